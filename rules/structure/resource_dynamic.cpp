#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/rule.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::resource_dynamic {

namespace {

bool is_dynamic(Value resource) {
  const auto text = resource.literal();
  return text && (text->starts_with('$') || text->starts_with("States.") || holds_expression(resource));
}

void check(const asl::Construct& construct, Report& report) {
  const asl::Field* field = asl::find_field(construct.kind, "Resource");
  if (!field) return;
  if (const Value suffixed = construct.value["Resource.$"])
    report.add(suffixed.key(), "`Resource` is a constant and cannot have the suffix `.$`");
  const Value resource = construct.value["Resource"];
  if (is_dynamic(resource))
    report.add(resource.place(), "`Resource` must be a constant ARN, not a path or an expression")
        .note(
            "to choose at run time, call for example `arn:aws:states:::lambda:invoke` with a dynamic "
            "`FunctionName`");
}

constexpr Example examples[] = {
    {"a path", R"({"Type": "Task", «"Resource.$"»: "$.arn", "End": true})"},
    {"an expression",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": «"{% $arn %}"», "End": true})"},
    {"an ARN", R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true})"},
    {"an ARN that a template fills in", R"({"Type": "Task", "Resource": "${FunctionArn}", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/resource-dynamic",
    .severity = Severity::error,
    .summary = "a `Resource` that is computed at run time",
    .why =
        "`Resource` must be a constant string. If it is a path or an expression, Step Functions refuses "
        "the definition when it is deployed. Whatever the call works on goes into its parameters.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::resource_dynamic
