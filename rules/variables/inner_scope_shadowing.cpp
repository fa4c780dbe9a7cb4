// Catalogue ASL422. A distributed processor sees no outer variables, so there is nothing to hide there.
#include <fmt/core.h>

#include "lint/asl/variables.h"
#include "lint/rule.h"

namespace sfn::rules::variables {

namespace {

const asl::Scope* outer_owner(const asl::Assignment& assignment, const asl::Variables& variables) {
  for (const asl::Scope* at = &assignment.scope(); at && !at->distributed();) {
    at = at->parent();
    if (at && variables.assigned_in(*at).count(assignment.name)) return at;
  }
  return nullptr;
}

void check(const asl::Machine& machine, Report& report) {
  const asl::Variables& variables = machine.variables();
  for (const asl::Assignment& assignment : variables.assignments())
    if (outer_owner(assignment, variables))
      report.add(
          assignment.member.key(),
          fmt::format("variable `{}` belongs to an outer scope, which an inner one can read but not assign; "
                      "choose another name",
                      assignment.name));
}

constexpr Example examples[] = {
    {"a Map that assigns a variable of the machine",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"count": 1}, "Next": "M"},
 "M": {"Type": "Map", "Items": [1], "End": true, "ItemProcessor": {"StartAt": "I", "States":
   {"I": {"Type": "Pass", "Assign": {«"count"»: 2}, "End": true}}}}}})"},
    {"two branches, each with its own",
     R"({"QueryLanguage": "JSONata", "StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
 {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"count": 1}, "End": true}}},
 {"StartAt": "B", "States": {"B": {"Type": "Pass", "Assign": {"count": 1}, "End": true}}}]}}})"},
};

}  // namespace

extern const Rule inner_scope_shadowing{
    .id = "variables/inner-scope-shadowing",
    .severity = Severity::error,
    .summary = "an inner scope assigns a variable of an outer one",
    .why =
        "A name belongs to one scope: Step Functions refuses a definition that assigns it inside a Map or "
        "Parallel and around it as well.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::variables
