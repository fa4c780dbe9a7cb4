#include <fmt/core.h>

#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "rules/path/shared/data.h"
#include "schemas/results.h"

namespace sfn::rules::path::resultselector_root {

namespace {

using asl::types::Missing;

std::string advice(const Missing& missing, asl::types::Types& types) {
  const std::string_view meant = asl::types::other_case(types, missing);
  if (!meant.empty()) return fmt::format("; did you mean `{}`?", meant);
  return "; `$` is the result here, not the input";
}

void check(const asl::Machine& machine, Report& report) {
  const auto& flow = machine.derive<schemas::DataFlow>();
  for (const Missing& missing : flow.facts().missing) {
    const bool first =
        missing.path && missing.holder_end == missing.path->root_span.end && !missing.name.empty();
    if (!first || missing.path->root != asl::path::Root::data) continue;
    if (reads(*missing.expression) != Data::raw_result) continue;
    report.add(missing.expression->at(missing.name_span),
               fmt::format("the result of this {} has no `{}`{}",
                           missing.expression->state()->is(asl::StateType::task) ? "task" : "state",
                           missing.name, advice(missing, flow.types())));
  }
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
    .machine = check,
};

}  // namespace sfn::rules::path::resultselector_root
