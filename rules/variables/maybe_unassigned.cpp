#include <fmt/core.h>

#include "lint/asl/variables.h"
#include "lint/rule.h"
#include "rules/variables/shared/guarded.h"
#include "rules/variables/shared/visible.h"

namespace sfn::rules::variables::maybe_unassigned {

namespace {

void check(const asl::Machine& machine, Report& report) {
  const asl::Variables& variables = machine.variables();
  for (const asl::VariableRead& read : variables.reads())
    if (read.whole && read_state(read, variables) == ReadState::maybe &&
        !machine.derive<Guards>().guarded(read))
      report.add(read.place,
                 fmt::format("variable `${}` is not assigned on every path that leads here; assign a "
                             "default first",
                             read.name));
}

constexpr Example examples[] = {
    {"assigned on one branch only",
     R"({"QueryLanguage": "JSONata", "StartAt": "C", "States": {
 "C": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.big %}", "Next": "Big"}], "Default": "Use"},
 "Big": {"Type": "Pass", "Assign": {"size": 9}, "Next": "Use"},
 "Use": {"Type": "Pass", "Output": "{% «$size» %}", "End": true}}})"},
    {"assigned on both, the choice itself among them",
     R"({"QueryLanguage": "JSONata", "StartAt": "C", "States": {
 "C": {"Type": "Choice", "Assign": {"size": 1}, "Default": "Use",
   "Choices": [{"Condition": "{% $states.input.big %}", "Next": "Big"}]},
 "Big": {"Type": "Pass", "Assign": {"size": 9}, "Next": "Use"},
 "Use": {"Type": "Pass", "Output": "{% $size %}", "End": true}}})"},
    {"guarded in the expression",
     R"({"QueryLanguage": "JSONata", "StartAt": "C", "States": {
 "C": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.big %}", "Next": "Big"}], "Default": "Use"},
 "Big": {"Type": "Pass", "Assign": {"size": 9}, "Next": "Use"},
 "Use": {"Type": "Pass", "Output": "{% $exists($size) ? $size : 1 %}", "End": true}}})"},
    {"after a choice on a variable that is assigned together with it",
     R"({"QueryLanguage": "JSONata", "StartAt": "T", "States": {
 "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Assign": {"state": "done", "n": 1}, "Next": "C",
   "Catch": [{"ErrorEquals": ["States.ALL"], "Assign": {"state": "failed"}, "Next": "C"}]},
 "C": {"Type": "Choice", "Choices": [{"Condition": "{% $state = 'done' %}", "Next": "Use"}], "Default": "Stop"},
 "Use": {"Type": "Pass", "Output": "{% $n %}", "End": true}, "Stop": {"Type": "Succeed"}}})"},
    {"after a choice on something else",
     R"({"QueryLanguage": "JSONata", "StartAt": "T", "States": {
 "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Assign": {"n": 1}, "Next": "C",
   "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}]},
 "C": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.ok %}", "Next": "Use"}], "Default": "Stop"},
 "Use": {"Type": "Pass", "Output": "{% «$n» %}", "End": true}, "Stop": {"Type": "Succeed"}}})"},
    {"a catcher assigns its own",
     R"({"QueryLanguage": "JSONata", "StartAt": "T", "States": {
 "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Assign": {"state": "done"}, "Next": "Use",
   "Catch": [{"ErrorEquals": ["States.ALL"], "Assign": {"state": "failed"}, "Next": "Use"}]},
 "Use": {"Type": "Pass", "Output": "{% $state %}", "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "variables/maybe-unassigned",
    .severity = Severity::warning,
    .summary = "a variable that is not assigned on every path to the state",
    .why =
        "On such a path the expression has no value, and the state fails with "
        "`States.QueryEvaluationError`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::variables::maybe_unassigned
