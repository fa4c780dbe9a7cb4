#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::structure::fail_no_error {

namespace {

void check(const asl::State& state, Report& report) {
  if (state.value.open()) return;
  for (const std::string_view name : {"Error", "ErrorPath", "Cause", "CausePath"})
    if (state.value.has(name)) return;
  report.add(state.value.label(),
             "this Fail state has neither `Error` nor `Cause`, so it does not say what went wrong");
}

constexpr Example examples[] = {
    {"a silent failure", R"({"StartAt": "A", "States": {«"A"»: {"Type": "Fail"}}})"},
    {"a named one", R"({"Type": "Fail", "Error": "JobFailed"})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/fail-no-error",
    .severity = Severity::info,
    .summary = "a Fail state that does not name its error",
    .why =
        "`Error` and `Cause` tell readers of the execution history, and a `Catch` in the workflow that "
        "started this one, what went wrong.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html",
    .examples = examples,
    .about = {.states = asl::StateType::fail},
    .state = check,
};

}  // namespace sfn::rules::structure::fail_no_error
