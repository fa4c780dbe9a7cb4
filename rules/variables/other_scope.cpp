#include <fmt/core.h>

#include "lint/asl/variables.h"
#include "lint/rule.h"
#include "rules/variables/shared/visible.h"

namespace sfn::rules::variables::other_scope {

namespace {

const asl::Assignment* find(const asl::Variables& variables, std::string_view name) {
  for (const asl::Assignment& assignment : variables.assignments())
    if (assignment.name == name) return &assignment;
  return nullptr;
}

void check(const asl::Machine& machine, Report& report) {
  const asl::Variables& variables = machine.variables();
  for (const asl::VariableRead& read : variables.reads()) {
    if (!read.whole || read_state(read, variables) != ReadState::elsewhere) continue;
    Diagnostic& found = report.add(
        read.place, fmt::format("variable `${}` is assigned only in a scope that is not visible here; pass "
                                "the value in the output",
                                read.name));
    if (const asl::Assignment* assignment = find(variables, read.name))
      found.note("it is assigned here", assignment->member.key());
  }
}

constexpr Example examples[] = {
    {"after the Parallel that assigned it in a branch",
     R"({"QueryLanguage": "JSONata", "StartAt": "P", "States": {
 "P": {"Type": "Parallel", "Next": "Use", "Branches": [{"StartAt": "A", "States":
   {"A": {"Type": "Pass", "Assign": {"size": 1}, "End": true}}}]},
 "Use": {"Type": "Pass", "Output": "{% «$size» %}", "End": true}}})"},
    {"assigned around the Parallel",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"size": 1}, "Next": "P"},
 "P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "Use", "States":
   {"Use": {"Type": "Pass", "Output": "{% $size %}", "End": true}}}]}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "variables/other-scope",
    .severity = Severity::error,
    .summary = "a variable of another branch or of a Map that has ended",
    .why =
        "A variable belongs to the scope that assigns it: a branch cannot read the variables of another "
        "branch, and nothing outside can read those of a branch or Map. The expression has no value, and "
        "the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::variables::other_scope
