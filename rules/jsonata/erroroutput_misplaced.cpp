#include "rules/jsonata/shared/parsed.h"

namespace sfn::rules::jsonata::erroroutput_misplaced {

namespace {

bool is_there(const asl::Expression& expression) {
  return expression.construct.is(asl::ConstructKind::catcher) && in_output_or_assign(expression);
}

void check(const asl::Expression& expression, Report& report) {
  if (is_there(expression)) return;
  for (const StatesUse& use : states_uses(expression, "errorOutput"))
    report.add(expression.at(expression.jsonata()->tree[use.node].begin,
                             expression.jsonata()->tree[use.members.front().node].end),
               "`$states.errorOutput` does not exist here; only `Output` and `Assign` of a catcher can "
               "read it");
}

constexpr Example examples[] = {
    {"the output of the state itself",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "Output": "{% «$states.errorOutput».Cause %}", "End": true})"},
    {"the state that the catcher leads to",
     R"({"Type": "Fail", "QueryLanguage": "JSONata", "Cause": "{% «$states.errorOutput».Cause %}"})"},
    {"a catcher",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "End": true,
 "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S", "Output": "{% $states.errorOutput %}", "Assign": {"cause": "{% $states.errorOutput.Cause %}"}}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/erroroutput-misplaced",
    .severity = Severity::error,
    .summary = "`$states.errorOutput` outside a catcher",
    .why =
        "Outside the `Output` and `Assign` of a catcher, Step Functions refuses `$states.errorOutput` when "
        "the definition is deployed. To use it in a later state, let the catcher pass it on or assign it "
        "to a variable.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::erroroutput_misplaced
