#include "lint/asl/handlers.h"

#include <algorithm>

namespace sfn::asl {

Value Handler::find(std::string_view name) const {
  for (Value one : names)
    if (one.literal() == name) return one;
  return {};
}

bool Handler::hidden() const {
  if (value["ErrorEquals"].is_opaque() || value.open()) return true;
  for (Value one : names)
    if (one.is_opaque() || one.templated()) return true;
  return false;
}

std::vector<Handler> handlers(Value list) {
  std::vector<Handler> found;
  if (!list.is_array()) return found;
  for (Value one : list)
    if (one.is_object()) found.push_back({one, one["ErrorEquals"].is_array() ? one["ErrorEquals"] : Value()});
  return found;
}

std::vector<Handler> all_handlers(const asl::State& state) {
  if (!can_fail(state)) return {};
  std::vector<Handler> found = handlers(state["Retry"]);
  for (const Handler& one : handlers(state["Catch"])) found.push_back(one);
  return found;
}

bool can_fail(const asl::State& state) {
  return state.is(asl::StateType::task) || state.is(asl::StateType::parallel) ||
         state.is(asl::StateType::map);
}

bool may_handle(const std::vector<Handler>& handlers, std::string_view name) {
  return std::any_of(handlers.begin(), handlers.end(),
                     [&](const Handler& one) { return one.hidden() || one.has(name); });
}

Value find(const std::vector<Handler>& handlers, std::string_view name) {
  for (const Handler& one : handlers)
    if (const Value item = one.find(name)) return item;
  return {};
}

}  // namespace sfn::asl
