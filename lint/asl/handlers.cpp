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

namespace {

void add_handlers(Value list, std::vector<Handler>& found) {
  if (!list.is_array()) return;
  for (Value one : list) {
    const Value names = one["ErrorEquals"];
    if (one.is_object()) found.push_back({one, names.is_array() ? names : Value()});
  }
}

// A dozen rules ask for the handlers of each state.
struct AllHandlers {
  explicit AllHandlers(const Machine& machine) {
    for (const State& state : machine.states()) {
      begins.push_back(all.size());
      if (!can_fail(state)) continue;
      add_handlers(state["Retry"], all);
      add_handlers(state["Catch"], all);
    }
    begins.push_back(all.size());
  }

  std::vector<Handler> all;
  std::vector<size_t> begins;  // in `all`, by State::index
};

}  // namespace

std::vector<Handler> handlers(Value list) {
  std::vector<Handler> found;
  add_handlers(list, found);
  return found;
}

std::span<const Handler> all_handlers(const asl::State& state) {
  const auto& known = state.machine().derive<AllHandlers>();
  const size_t begin = known.begins[state.index];
  return std::span(known.all).subspan(begin, known.begins[state.index + 1] - begin);
}

bool can_fail(const asl::State& state) {
  return state.is(asl::StateType::task) || state.is(asl::StateType::parallel) ||
         state.is(asl::StateType::map);
}

bool may_handle(std::span<const Handler> handlers, std::string_view name) {
  return std::any_of(handlers.begin(), handlers.end(),
                     [&](const Handler& one) { return one.hidden() || one.has(name); });
}

Value find(std::span<const Handler> handlers, std::string_view name) {
  for (const Handler& one : handlers)
    if (const Value item = one.find(name)) return item;
  return {};
}

}  // namespace sfn::asl
