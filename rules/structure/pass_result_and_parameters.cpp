#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::structure::pass_result_and_parameters {

namespace {

void check(const asl::State& state, Report& report) {
  if (state.value.has("Result") && state.value.has("Parameters"))
    report.add(state["Parameters"].key(), "`Parameters` has no effect next to `Result`, which is the output")
        .note("`Result` is here", state["Result"].key());
}

constexpr Example examples[] = {
    {"both", R"({"Type": "Pass", "Result": 1, «"Parameters"»: {"a.$": "$.a"}, "End": true})"},
    {"one", R"({"Type": "Pass", "Parameters": {"a.$": "$.a"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/pass-result-and-parameters",
    .severity = Severity::warning,
    .summary = "a Pass state with both `Result` and `Parameters`",
    .why = "`Result` is the output of the state, and the result of `Parameters` is discarded.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html",
    .examples = examples,
    .about = {.states = asl::StateType::pass, .languages = asl::QueryLanguage::jsonpath},
    .state = check,
};

}  // namespace sfn::rules::structure::pass_result_and_parameters
