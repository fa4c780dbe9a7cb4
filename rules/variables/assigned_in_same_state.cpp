#include <fmt/core.h>

#include "lint/asl/variables.h"
#include "lint/rule.h"
#include "rules/variables/shared/visible.h"

namespace sfn::rules::variables::assigned_in_same_state {

namespace {

void check(const asl::Machine& machine, Report& report) {
  const asl::Variables& variables = machine.variables();
  for (const asl::VariableRead& read : variables.reads())
    if (read_state(read, variables) == ReadState::same_state)
      report.add(read.place, fmt::format("variable `${}` has no value yet, because this state assigns it; an "
                                         "assignment takes effect in the next state",
                                         read.name));
}

constexpr Example examples[] = {
    {"the output reads a variable that the same state assigns",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"total": 5}, "Output": "{% «$total» %}", "End": true}}})"},
    {"the next state reads it",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"total": 5}, "Next": "B"},
 "B": {"Type": "Pass", "Output": "{% $total %}", "End": true}}})"},
    {"a loop that counts",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"i": 0}, "Next": "B"},
 "B": {"Type": "Pass", "Assign": {"i": "{% $i + 1 %}"}, "Next": "B"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "variables/assigned-in-same-state",
    .severity = Severity::warning,
    .summary = "a variable that is read in the state that first assigns it",
    .why =
        "Every expression of a state sees the variables as they were when the state started, so the "
        "variable has no value and the state fails.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::variables::assigned_in_same_state
