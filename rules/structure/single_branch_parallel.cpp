#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::structure::single_branch_parallel {

namespace {

void check(const asl::State& state, Report& report) {
  if (state.value.has("Retry") || state.value.has("Catch")) return;
  const Value branches = state["Branches"];
  if (branches.child_count() == 1 && branches.is_array() && branches.first_child().is_object())
    report.add(branches.key(),
               "this Parallel state has one branch and no handler, so nothing runs in parallel");
}

constexpr Example examples[] = {
    {"one branch",
     R"({"Type": "Parallel", "End": true, «"Branches"»: [{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}]})"},
    {"one branch, for its handler",
     R"({"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}],
         "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/single-branch-parallel",
    .severity = Severity::info,
    .summary = "a Parallel state with one branch",
    .why =
        "The states of the branch could be part of the flow itself. A single branch is only useful if one "
        "handler is to cover several states.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html",
    .examples = examples,
    .about = {.states = asl::StateType::parallel},
    .state = check,
};

}  // namespace sfn::rules::structure::single_branch_parallel
