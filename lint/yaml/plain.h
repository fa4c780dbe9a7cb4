// What a plain (unquoted) scalar of YAML stands for, where readers agree, and where they do not.
// Sources: https://yaml.org/type/ (YAML 1.1), https://yaml.org/spec/1.2.2/#103-core-schema (YAML 1.2).
#pragma once

#include <string>
#include <string_view>

#include "lint/document.h"

namespace sfn::yaml {

/// Whether all readers of YAML take a plain scalar for the same value.
enum class Trap : uint8_t {
  none,
  boolean,    // `yes`, `on`: a boolean in YAML 1.1, a string in 1.2
  number,     // `010`, `1_000`, `12:30:00`, `1e3`: readers differ in the number, or whether it is one
  timestamp,  // `2020-01-01`: a date in YAML 1.1, a string in 1.2
  not_json,   // `.inf`, `.nan`: numbers that JSON cannot write
};

struct PlainScalar {
  /// Kind::opaque where readers disagree: nobody can say what it is.
  Kind kind = Kind::string;
  Trap trap = Trap::none;
  /// A number or boolean as JSON writes it; empty where that is how it stands.
  std::string json = {};
};

PlainScalar read_plain(std::string_view text);

}  // namespace sfn::yaml
