#include "rules/jsonata/shared/parsed.h"

namespace sfn::rules::jsonata::result_misplaced {

namespace {

using asl::ConstructKind;

bool is_there(const asl::Expression& expression) {
  const asl::Construct& at = expression.construct;
  const bool working =
      at.is(ConstructKind::task) || at.is(ConstructKind::parallel) || at.is(ConstructKind::map);
  return working && in_output_or_assign(expression);
}

void check(const asl::Expression& expression, Report& report) {
  if (is_there(expression)) return;
  for (const StatesUse& use : states_uses(expression, "result"))
    report.add(
        expression.at(expression.jsonata()->tree[use.node].begin,
                      expression.jsonata()->tree[use.members.front().node].end),
        "`$states.result` does not exist here; only `Output` and `Assign` of a Task, Parallel or Map state "
        "can read it");
}

constexpr Example examples[] = {
    {"before the task has run",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "Arguments": {"Message": "{% «$states.result».text %}"}, "End": true})"},
    {"a state without a result",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «$states.result» %}", "End": true})"},
    {"after an error",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "End": true,
 "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S", "Output": "{% «$states.result» %}"}]})"},
    {"the output of a task",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "Output": {"id": "{% $states.result.MessageId %}"}, "Assign": {"r": "{% $states.result %}"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/result-misplaced",
    .severity = Severity::error,
    .summary = "`$states.result` in a place where there is no result",
    .why =
        "Outside the `Output` and `Assign` of a Task, Parallel or Map state, Step Functions refuses "
        "`$states.result` when the definition is deployed: there is no result yet, or never any.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::result_misplaced
