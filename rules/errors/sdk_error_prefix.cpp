// Names of `Ecs.`. Other names on the optimized integration of ECS: ecs/error-name; calls of the AWS SDK:
// errors/sdk-error-name.
#include <fmt/core.h>

#include "lint/asl/handlers.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/errors/names.h"
#include "schemas/errors/services.h"

namespace sfn::rules::errors::sdk_error_prefix {

using namespace schemas::errors;

namespace {

void check_name(Value item, std::string_view name, const asl::Resource& resource, Report& report) {
  const std::string_view written = prefix_of(name), right = optimized_prefix(resource.service);
  const std::string_view owner = sdk_service(written) == "sfn" ? "states" : sdk_service(written);
  if (right.empty() || !optimized_service(written).empty() || owner != resource.service) return;
  report
      .add(item.stretch(0, written.size()),
           fmt::format("this integration raises errors of `{}` with the prefix `{}.`, not `{}.`",
                       resource.service, right, written))
      .offer_unsafe(fmt::format("name it `{}{}`", right, name.substr(written.size())),
                    replace_text(item.stretch(0, written.size()), std::string(right)));
}

// A program may answer with any name, but hardly with one of the service in the other spelling.
bool may_call_back(const asl::Resource& resource) {
  return resource.calls_back() && resource.service != "apigateway" && resource.service != "http" &&
         resource.kind == asl::ResourceKind::integration;
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const bool callback = may_call_back(resource);
  if (resource.kind != asl::ResourceKind::integration || (!callback && !only_service_errors(resource)))
    return;
  for (const asl::Handler& handler : asl::all_handlers(state))
    for (Value item : handler.names) {
      const auto name = item.literal();
      if (!name || (callback && !name->ends_with("Exception"))) continue;
      check_name(item, *name, resource, report);
    }
}

constexpr Example examples[] = {
    {"the AWS SDK's name on an optimized integration",
     R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
         "Retry": [{"ErrorEquals": ["«DynamoDb».ConditionalCheckFailedException"]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
         "Retry": [{"ErrorEquals": ["DynamoDB.ConditionalCheckFailedException"]}]})"},
    {"on the optimized integration of ECS",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": ["«Ecs».ServerException", "ECS.AmazonECSException"]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": ["ECS.ServerException", "ECS.AmazonECSException"]}]})"},
    {"on a callback too, whose program may answer with names of its own",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "End": true,
         "Retry": [{"ErrorEquals": ["«Ecs».ServerException", "ServerException", "Ecs.Mine"]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "End": true,
         "Retry": [{"ErrorEquals": ["ECS.ServerException", "ServerException", "Ecs.Mine"]}]})"},
    {"each error as it is raised",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeExecution", "End": true,
         "Retry": [{"ErrorEquals": ["Sfn.ExecutionDoesNotExistException", "Custom.Name"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/sdk-error-prefix",
    .severity = Severity::warning,
    .summary = "an error name of an optimized integration with the prefix of the AWS SDK",
    .why =
        "An AWS SDK integration names errors after the SDK's class (`Ecs.ClientException`, "
        "`Sfn.InvalidArnException`), an optimized integration in its own way (`ECS.ClientException`, "
        "`DynamoDB....`). Error names are case-sensitive, so the handler never matches.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::errors::sdk_error_prefix
