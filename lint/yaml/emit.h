// Writes values as YAML: plain where every reader takes them for what they are, in quotes else.
#pragma once

#include <string>
#include <string_view>

#include "lint/document.h"
#include "lint/yaml/pieces.h"

namespace sfn::yaml {

/// Where a scalar stands: in flow style `,[]{}` end it.
enum class Around : uint8_t { block, flow };

/// Whether a string can stand without quotes and is read as the same string by YAML 1.1 and 1.2.
bool can_be_plain(std::string_view text, Around around);

/// A string in a style: plain becomes quoted where it must, single quotes double ones. Never a block scalar.
std::string scalar(std::string_view text, Style style, Around around);

/// A number as JSON has it, written so that YAML 1.1 and 1.2 read it as the same number: `1e5` as `1.0e+5`.
std::string number(std::string_view json);

/// How a text is written inside a scalar of that style; absent where it cannot be.
std::optional<std::string> escaped(std::string_view text, Style style);

struct Layout {
  uint32_t step = 2;         // blanks a level
  uint32_t list_offset = 2;  // of the dashes of a list below its key
  bool json = false;         // flow style with all strings in double quotes
  std::string_view line_end = "\n";
};

/// How most of a document in block style is indented.
Layout layout_of(const Document& document);

/// A value in flow style, on one line.
std::string flow(Value value, const Layout& layout);

/// A member's value, with what stands between it and the colon; `column` is that of the key.
std::string after_colon(Value value, uint32_t column, const Layout& layout);

/// An item's value behind its dash and a blank; `column` is where it begins.
std::string after_dash(Value value, uint32_t column, const Layout& layout);

}  // namespace sfn::yaml
