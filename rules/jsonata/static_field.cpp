// `Resource` is the matter of structure/resource-dynamic.
#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::jsonata::static_field {

namespace {

using asl::Content;

bool takes_expression(const asl::Field& field) {
  switch (field.content) {
    case Content::payload:
    case Content::items:
    case Content::condition:
      return true;
    case Content::resource:
    case Content::texts:    // names of columns
    case Content::literal:  // the field itself is told
      return true;
    default:
      return field.expression || field.name == "Comment" || field.name == "Label";
  }
}

bool begins_expression(Value value) { return value.literal() && value.text().starts_with("{%"); }

std::string advice(const asl::Field& field) {
  if (field.content == Content::state_name) return "; use a Choice state to choose at run time";
  if (field.content == Content::assignments) return "; only the values of its variables can be expressions";
  return {};
}

void report_value(const asl::Field& field, Value value, Report& report) {
  report.add(value.place(), fmt::format("`{}` cannot be an expression{}", field.name, advice(field)));
}

void check(const asl::Construct& construct, Report& report) {
  for (const Value member : construct.value) {
    const asl::Field* field = asl::field_of(construct, member);
    if (!field || !field->in(construct.language) || takes_expression(*field)) continue;
    if (begins_expression(member)) report_value(*field, member, report);
    if (field->content != Content::error_names) continue;
    for (const Value name : member)
      if (begins_expression(name)) report_value(*field, name, report);
  }
}

constexpr Example examples[] = {
    {"the next state", R"({"Type": "Pass", "QueryLanguage": "JSONata", "Next": «"{% $next %}"»})"},
    {"numbers and names of a retrier",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "End": true, "Retry": [{"ErrorEquals": [«"{% $error %}"»], "MaxAttempts": «"{% $n %}"»}]})"},
    {"all variables at once",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Assign": «"{% $states.input %}"», "End": true})"},
    {"fields that take expressions",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "Arguments": "{% $a %}", "TimeoutSeconds": "{% $n %}", "Assign": {"x": "{% $y %}"}, "End": true})"},
    {"a comment", R"({"Type": "Pass", "QueryLanguage": "JSONata", "Comment": "{% $a %}", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/static-field",
    .severity = Severity::error,
    .summary = "an expression in a field that must be constant",
    .why =
        "Names of states, types, error names, retry numbers and anything else that determines the flow of "
        "a state machine must be constant. If one is an expression, Step Functions refuses the definition "
        "when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.languages = asl::QueryLanguage::jsonata},
    .construct = check,
};

}  // namespace sfn::rules::jsonata::static_field
