// The retriers and catchers of a state, and the names of errors in them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lint/asl/machine.h"

namespace sfn::asl {

/// A retrier or catcher that is an object.
struct Handler {
  Value value;
  /// The array ErrorEquals; absent if it is missing or no array.
  Value names;

  /// The item that names exactly this error; absent if there is none.
  Value find(std::string_view name) const;
  bool has(std::string_view name) const { return static_cast<bool>(find(name)); }
  /// Whether a placeholder may stand for names.
  bool hidden() const;
};

/// The handlers of a `Retry` or `Catch`, in order. Empty for values that are not arrays.
std::vector<Handler> handlers(Value list);
/// Those of `Retry`, then those of `Catch`. Empty for states that have neither. Read once; lives as long as
/// the machine.
std::span<const Handler> all_handlers(const asl::State& state);
/// Whether a state can have handlers: Task, Parallel and Map do.
bool can_fail(const asl::State& state);
/// Whether one of them names the error, or a placeholder may do so.
bool may_handle(std::span<const Handler> handlers, std::string_view name);
/// The first item that names the error; absent if none does.
Value find(std::span<const Handler> handlers, std::string_view name);

}  // namespace sfn::asl
