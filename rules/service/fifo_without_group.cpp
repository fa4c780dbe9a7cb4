// Recorded from AWS: "The MessageGroupId parameter is required for FIFO topics".
#include <fmt/core.h>

#include "lint/asl/payload.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::service::fifo_without_group {

namespace {

std::string_view address_of(const asl::Resource& resource) {
  if (resource.is_integration("sqs", "sendMessage")) return "QueueUrl";
  if (resource.is_integration("sns", "publish")) return "TopicArn";
  return {};
}

void check(const asl::State& state, Report& report) {
  const std::string_view address = address_of(asl::resource(state));
  const Value arguments = state.arguments();
  if (address.empty() || arguments.open()) return;
  const Value target = asl::parameter(arguments, address, state.language).literal();
  const auto text = target.literal();
  if (!text || !text->ends_with(".fifo")) return;
  if (!asl::parameter(arguments, "MessageGroupId", state.language))
    report.add(target.place(),
               fmt::format("`{}` is a FIFO {}, which does not take a message without `MessageGroupId`", *text,
                           address == "QueueUrl" ? "queue" : "topic"));
}

constexpr Example examples[] = {
    {"a FIFO queue without a group",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters":
 {"QueueUrl": «"https://sqs.eu-west-1.amazonaws.com/1/orders.fifo"», "MessageBody": "x"}, "End": true})"},
    {"a FIFO topic without a group, in JSONata",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "Arguments":
 {"TopicArn": «"arn:aws:sns:eu-west-1:1:orders.fifo"», "Message": "x"}, "End": true})"},
    {"the group from the input",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters":
 {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/1/orders.fifo", "MessageBody": "x", "MessageGroupId.$": "$.id"},
 "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/fifo-without-group",
    .severity = Severity::error,
    .summary = "a message to a FIFO queue or topic without a `MessageGroupId`",
    .why =
        "SQS and SNS refuse the message, and the state fails when it runs: `The MessageGroupId parameter is "
        "required for FIFO topics`.",
    .see = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::fifo_without_group
