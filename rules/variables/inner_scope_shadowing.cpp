// A distributed processor sees no outer variables, so there is nothing to hide there. A
// catcher of the Parallel itself may assign what a branch assigned: AWS has been recorded to run that
// (LocalStack's snapshot of parallel_catch_error_variable_sampling), so only a variable that can be set
// before counts.
#include <fmt/core.h>

#include "lint/asl/variables.h"
#include "lint/rule.h"

namespace sfn::rules::variables::inner_scope_shadowing {

namespace {

bool hides_outer(const asl::Assignment& assignment, const asl::Variables& variables) {
  const asl::Scope& scope = assignment.scope();
  return scope.owner && !scope.distributed() && variables.possibly_set(*scope.owner, assignment.name);
}

void check(const asl::Machine& machine, Report& report) {
  const asl::Variables& variables = machine.variables();
  for (const asl::Assignment& assignment : variables.assignments())
    if (hides_outer(assignment, variables))
      report.add(
          assignment.member.key(),
          fmt::format("variable `{}` belongs to an outer scope, so an inner scope can read but not assign "
                      "it; choose another name",
                      assignment.name));
}

constexpr Example examples[] = {
    {"a Map that assigns a variable of the machine",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"count": 1}, "Next": "M"},
 "M": {"Type": "Map", "Items": [1], "End": true, "ItemProcessor": {"StartAt": "I", "States":
   {"I": {"Type": "Pass", "Assign": {«"count"»: 2}, "End": true}}}}}})"},
    {"a catcher of a Parallel state that assigns a variable of its branch",
     R"({"QueryLanguage": "JSONata", "StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true,
 "Catch": [{"ErrorEquals": ["States.ALL"], "Assign": {"count": 2}, "Next": "F"}],
 "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"count": 1}, "End": true}}}]},
 "F": {"Type": "Fail"}}})"},
    {"two branches, each with its own",
     R"({"QueryLanguage": "JSONata", "StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
 {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"count": 1}, "End": true}}},
 {"StartAt": "B", "States": {"B": {"Type": "Pass", "Assign": {"count": 1}, "End": true}}}]}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "variables/inner-scope-shadowing",
    .severity = Severity::error,
    .summary = "a variable of an outer scope that is assigned in an inner one",
    .why =
        "A variable belongs to one scope. If it is assigned both inside a Map or Parallel state and "
        "outside, Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::variables::inner_scope_shadowing
