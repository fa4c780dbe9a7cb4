#include <fmt/core.h>

#include "rules/path/shared/data.h"
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::null_inputpath_then_path {

namespace {

using asl::path::Path;

void check(const asl::Expression& expression, Report& report) {
  const asl::State* state = expression.state();
  if (!state || !(*state)["InputPath"].is_null() || reads(expression) != Data::effective_input) return;
  if (expression.construct.value.has("IsPresent")) return;
  const auto check_path = [&](const Path& path) {
    if (path.root != asl::path::Root::data || path.steps.empty()) return;
    report
        .add(expression.at(path.span),
             fmt::format("`{}` finds nothing, because `InputPath` replaces the input with `{{}}`",
                         written(expression, path.span)))
        .note("the input becomes `{}` here", (*state)["InputPath"].place());
  };
  if (const auto* path = sound_path(expression)) return check_path(*path);
  if (const auto* call = sound_call(expression)) asl::intrinsic::each_path(*call, check_path);
}

constexpr Example examples[] = {
    {"in Parameters",
     R"json({"Type": "Pass", "InputPath": null, "Parameters": {"a.$": "«$.a»"}, "End": true})json"},
    {"in a call",
     R"json({"Type": "Pass", "InputPath": null, "Parameters": {"a.$": "States.Format('{}', «$.a»)"}, "End": true})json"},
    {"the whole input, the context object and the result",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "InputPath": null, "Parameters": {"a.$": "$", "b.$": "$$.Execution.Id"}, "ResultSelector": {"id.$": "$.MessageId"}, "End": true})json"},
    {"no InputPath", R"json({"Type": "Pass", "Parameters": {"a.$": "$.a"}, "End": true})json"},
};

constexpr std::string_view yields[] = {"path/not-in-input"};

}  // namespace

extern const Rule rule{
    .id = "path/null-inputpath-then-path",
    .severity = Severity::warning,
    .summary = "a path into the input that `InputPath` has discarded",
    .why =
        "`\"InputPath\": null` replaces the input of the state with `{}`, so a path into it finds nothing, "
        "and the state fails with `States.Runtime`. Remove `InputPath`, or read the context object or a "
        "variable.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html",
    .examples = examples,
    .yields_to = yields,
    .about = {.expressions = {asl::ExpressionKind::path, asl::ExpressionKind::intrinsic}},
    .expression = check,
};

}  // namespace sfn::rules::path::null_inputpath_then_path
