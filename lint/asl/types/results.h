// What services return, as the engine sees it: it knows no service.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lint/asl/intrinsic/functions.h"

namespace sfn::asl {

struct State;

namespace types {

using Kinds = intrinsic::Kinds;

enum class Existence : uint8_t {
  missing,  // certainly not there
  maybe,    // there on some ways, or not known
  present,
};

/// One shape of a result, in the terms of whoever implements `ResultTypes`.
using ResultId = uint32_t;
/// Anything at all.
inline constexpr ResultId unknown_result = UINT32_MAX;

/// Implemented by schemas/results.h. All answers hold for the life of the program.
class ResultTypes {
 public:
  virtual ~ResultTypes() = default;
  /// What the task of a Task state returns when it succeeds, before ResultSelector.
  virtual ResultId result(const State& state) const = 0;
  virtual Kinds kinds(ResultId id) const = 0;
  struct Member {
    Existence existence = Existence::maybe;
    ResultId id = unknown_result;
  };
  /// Of an object. Services leave out what is empty, so nothing is ever certain to be there. Of one that is
  /// missing the member that differs only in letter case.
  virtual Member member(ResultId id, std::string_view name) const = 0;
  /// Of an array what every item is.
  virtual ResultId item(ResultId id) const = 0;
  /// The members of an object, as far as they are known.
  virtual std::vector<std::string_view> names(ResultId id) const = 0;
};

}  // namespace types
}  // namespace sfn::asl
