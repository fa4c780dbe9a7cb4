#include <fmt/core.h>

#include "rules/path/shared/data.h"
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::resultselector_root {

namespace {

using asl::path::Path;

void check(const asl::Expression& expression, Report& report) {
  const asl::State* state = expression.state();
  if (!state || reads(expression) != Data::raw_result) return;
  const schemas::Shape result = known_result(*state);
  if (!result) return;
  const auto check_path = [&](const Path& path) {
    if (path.root != asl::path::Root::data || path.steps.empty()) return;
    const asl::path::Step& first = path.steps.front();
    if (first.kind != asl::path::Step::Kind::member || result.member(first.text) || is_metadata(first.text))
      return;
    const schemas::Member meant = result.member_ignoring_case(first.text);
    report.add(expression.at(first.name.begin < first.name.end ? first.name : first.span),
               fmt::format("the result of this task has no `{}`{}", first.text,
                           meant ? fmt::format("; did you mean `{}`?", meant.name())
                                 : std::string("; `$` is the result here, not the input")));
  };
  if (const auto* path = sound_path(expression)) return check_path(*path);
  if (const auto* call = sound_call(expression)) asl::intrinsic::each_path(*call, check_path);
}

constexpr Example examples[] = {
    {"a field of the input",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "q", "MessageBody.$": "$.body"}, "ResultSelector": {"id.$": "$.«orderId»"}, "End": true})json"},
    {"another letter case",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "web"}, "ResultSelector": {"arn.$": "$.«tasks»[0].TaskArn"}, "End": true})json"},
    {"a field of the result",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "q", "MessageBody.$": "$.body"}, "ResultSelector": {"id.$": "$.MessageId", "status.$": "$.SdkHttpMetadata.HttpStatusCode"}, "End": true})json"},
    {"a result that is not known",
     R"json({"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "ResultSelector": {"id.$": "$.orderId"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/resultselector-root",
    .severity = Severity::warning,
    .summary = "a `ResultSelector` that reads something that the result does not have",
    .why =
        "In `ResultSelector`, `$` is the result of the task, not the input of the state. A path to "
        "something that the result does not have fails the state with `States.Runtime`. Use `ResultPath` "
        "or a variable to keep the input.",
    .see =
        "https://docs.aws.amazon.com/step-functions/latest/dg/"
        "input-output-inputpath-params.html#input-output-resultselector",
    .examples = examples,
    .about = {.expressions = {asl::ExpressionKind::path, asl::ExpressionKind::intrinsic}},
    .expression = check,
};

}  // namespace sfn::rules::path::resultselector_root
