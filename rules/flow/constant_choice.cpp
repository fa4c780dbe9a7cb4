#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::flow::constant_choice {

namespace {

bool does_more(Value rule) { return !rule.is_object() || rule.has("Assign") || rule.has("Output"); }

void check(const asl::State& state, Report& report) {
  if (!state.is(asl::StateType::choice) || !state.value.has("Default") || state.transitions.size() < 2)
    return;
  const asl::State* target = state.transitions.back().to;
  for (const Value rule : state["Choices"])
    if (does_more(rule) || !rule.has("Next")) return;
  for (const asl::Transition& transition : state.transitions)
    if (!transition.to || transition.to != target) return;
  report.add(state.value.key(),
             fmt::format("every rule and `Default` lead to `{}`, so there is no choice", target->name));
}

constexpr Example examples[] = {
    {"one target",
     R"({"StartAt": "A", "States": {«"A"»: {"Type": "Choice", "Default": "B",
         "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "B"}]}, "B": {"Type": "Succeed"}}})"},
    {"two targets",
     R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Default": "C",
         "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "B"}]},
         "B": {"Type": "Succeed"}, "C": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "flow/constant-choice",
    .severity = Severity::info,
    .summary = "a Choice state whose rules all lead to the same state",
    .why = "Whatever the input is, the same state runs next. Perhaps a target was copied and never changed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::flow::constant_choice
