// The same name twice in one object is json/duplicate-state-key.
#include <fmt/core.h>

#include <unordered_map>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::flow::duplicate_state_name {

namespace {

void check(const asl::Machine& machine, Report& report) {
  std::unordered_map<std::string_view, const asl::State*> seen;
  for (const asl::State& state : machine.states()) {
    if (state.name.find("${") != std::string_view::npos) continue;
    const auto [at, is_new] = seen.emplace(state.name, &state);
    if (is_new || at->second->scope == state.scope) continue;
    report
        .add(state.value.key(),
             fmt::format("another state of this state machine is also named `{}`", state.name))
        .note("the other state is here", at->second->value.key());
  }
}

constexpr Example examples[] = {
    {"in two branches",
     R"({"Type": "Parallel", "End": true, "Branches": [
         {"StartAt": "Work", "States": {"Work": {"Type": "Succeed"}}},
         {"StartAt": "Work", "States": {«"Work"»: {"Type": "Succeed"}}}]})"},
    {"two names",
     R"({"Type": "Parallel", "End": true, "Branches": [
         {"StartAt": "Work1", "States": {"Work1": {"Type": "Succeed"}}},
         {"StartAt": "Work2", "States": {"Work2": {"Type": "Succeed"}}}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "flow/duplicate-state-name",
    .severity = Severity::error,
    .summary = "two states with the same name in different branches or item processors",
    .why =
        "State names must be unique in the whole state machine, including branches and item processors. "
        "Otherwise Step Functions refuses the definition when it is deployed (`DUPLICATE_STATE_NAME`).",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::flow::duplicate_state_name
