#include "rules/path/shared/parts.h"

namespace sfn::rules::path::resultpath_context {

namespace {

void check(const asl::Expression& expression, Report& report) {
  const auto* path = sound_path(expression);
  if (!path || expression.field->content != asl::Content::result_path || expression.dollar_key()) return;
  if (path->root != asl::path::Root::context) return;
  report.add(
      expression.at(path->root_span),
      "`ResultPath` cannot write to the context object, which is read-only; begin it with a single `$`");
}

constexpr Example examples[] = {
    {"two dollars", R"json({"Type": "Pass", "ResultPath": "«$$».x", "End": true})json"},
    {"one", R"json({"Type": "Pass", "ResultPath": "$.x", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/resultpath-context",
    .severity = Severity::error,
    .summary = "a `ResultPath` into the context object",
    .why =
        "`ResultPath` says where in the state's input the result goes. The context object is read-only, so "
        "Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultpath.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::path},
    .expression = check,
};

}  // namespace sfn::rules::path::resultpath_context
