#include <fmt/core.h>

#include "rules/path/shared/parts.h"

namespace sfn::rules::path::resultpath_variable {

namespace {

void check(const asl::Expression& expression, Report& report) {
  const auto* path = sound_path(expression);
  if (!path || expression.field->content != asl::Content::result_path || expression.dollar_key()) return;
  if (path->root != asl::path::Root::variable) return;
  const Place root = expression.at(path->root_span);
  report
      .add(root, fmt::format("`ResultPath` cannot write to the variable `${0}`; did you mean `$.{0}`?",
                             path->variable))
      .note("use `Assign` to set variables")
      .offer(fmt::format("write `$.{}`", path->variable),
             replace_text(root, fmt::format("$.{}", path->variable)));
}

constexpr Example examples[] = {
    {"a name after the dollar sign", R"json({"Type": "Pass", "ResultPath": "«$out».x", "End": true})json",
     R"json({"Type": "Pass", "ResultPath": "$.out.x", "End": true})json"},
    {"a field of the input", R"json({"Type": "Pass", "ResultPath": "$.out.x", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/resultpath-variable",
    .severity = Severity::error,
    .summary = "a `ResultPath` that names a variable",
    .why =
        "`ResultPath` writes only into the state's input. Step Functions refuses the definition when it is "
        "deployed if it names a variable; only `Assign` sets variables.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::path},
    .expression = check,
};

}  // namespace sfn::rules::path::resultpath_variable
