#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::flow::end_state_drops_result {

namespace {

void check(const asl::State& state, Report& report) {
  if (!state.terminal) return;
  const Value output = state["OutputPath"];
  if (state["ResultPath"].is_null() && output.is_null())
    report
        .add(output.place(),
             "the execution ends with `{}`, because `OutputPath` discards the input that `ResultPath` kept")
        .note("`ResultPath` discards the result here", state["ResultPath"].place());
}

constexpr Example examples[] = {
    {"nothing is left",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "ResultPath": null, "OutputPath": «null»})"},
    {"the input is left",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, "ResultPath": null})"},
};

}  // namespace

extern const Rule rule{
    .id = "flow/end-state-drops-result",
    .severity = Severity::info,
    .summary = "a last task that discards both its result and its input",
    .why =
        "With `\"ResultPath\": null` and `\"OutputPath\": null` the output of the execution is `{}`. One "
        "of them is enough to discard only the result.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .about = {.states = asl::StateType::task, .languages = asl::QueryLanguage::jsonpath},
    .state = check,
};

}  // namespace sfn::rules::flow::end_state_drops_result
