// Names of `Ecs.`. Other names on the optimized integration of ECS: ecs/error-name.
#include <fmt/core.h>

#include "lint/asl/handlers.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/errors/names.h"
#include "schemas/errors/services.h"

namespace sfn::rules::errors::sdk_error_prefix {

using namespace schemas::errors;

namespace {

// The prefix that the task's integration uses where the written one is the other integration's; else empty.
std::string_view right_prefix(std::string_view written, const asl::Resource& resource) {
  if (resource.kind == asl::ResourceKind::aws_sdk) {
    const std::string_view right = sdk_prefix(resource.service);
    const std::string_view owner =
        optimized_service(written) == "states" ? "sfn" : optimized_service(written);
    return written != right && owner == resource.service ? right : std::string_view();
  }
  const std::string_view right = optimized_prefix(resource.service);
  const std::string_view owner = sdk_service(written) == "sfn" ? "states" : sdk_service(written);
  return optimized_service(written).empty() && owner == resource.service ? right : std::string_view();
}

void check_prefix(Value item, std::string_view name, const asl::Resource& resource, Report& report) {
  const std::string_view written = prefix_of(name), right = right_prefix(written, resource);
  if (right.empty()) return;
  report
      .add(item.stretch(0, written.size()),
           fmt::format(
               "{} raises errors of `{}` with the prefix `{}.`, not `{}.`",
               resource.kind == asl::ResourceKind::aws_sdk ? "an AWS SDK integration" : "this integration",
               resource.service, right, written))
      .offer_unsafe(fmt::format("name it `{}{}`", right, name.substr(written.size())),
                    replace_text(item.stretch(0, written.size()), std::string(right)));
}

// `InternalServerException` alone is how the API calls it.
void check_bare(Value item, std::string_view name, const asl::Resource& resource, Report& report) {
  if (resource.kind != asl::ResourceKind::aws_sdk || !name.ends_with("Exception") || name.size() < 12) return;
  const std::string_view known = sdk_prefix(resource.service);
  const std::string shown = known.empty() ? std::string("its service") : fmt::format("`{}`", known);
  Diagnostic& found = report.add(
      item.place(),
      fmt::format("an AWS SDK integration prefixes error names with {} and a dot, so `{}` without a prefix "
                  "is never raised",
                  shown, name));
  if (!known.empty())
    found.offer_unsafe(fmt::format("name it `{}.{}`", known, name),
                       replace_text(item.stretch(0, name.size()), fmt::format("{}.{}", known, name)));
}

// A program may answer with any name, but hardly with one of the service in the other spelling.
bool may_call_back(const asl::Resource& resource) {
  return resource.calls_back() && resource.service != "apigateway" && resource.service != "http" &&
         (resource.kind == asl::ResourceKind::integration || resource.kind == asl::ResourceKind::aws_sdk);
}

void check(const asl::State& state, Report& report) {
  if (!state.is(asl::StateType::task)) return;
  const asl::Resource& resource = asl::resource(state);
  const bool callback = may_call_back(resource);
  if (!callback && !only_service_errors(resource)) return;
  for (const asl::Handler& handler : asl::all_handlers(state))
    for (Value item : handler.names) {
      const auto name = item.literal();
      if (!name || (callback && !name->ends_with("Exception"))) continue;
      if (prefix_of(*name).empty() && !callback) check_bare(item, *name, resource, report);
      else check_prefix(item, *name, resource, report);
    }
}

constexpr Example examples[] = {
    {"the optimized integration's name on a call of the AWS SDK",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "End": true,
         "Retry": [{"ErrorEquals": ["«ECS».ClientException"]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "End": true,
         "Retry": [{"ErrorEquals": ["Ecs.ClientException"]}]})"},
    {"and the other way round",
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
    {"no prefix",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "End": true,
         "Retry": [{"ErrorEquals": [«"ServerException"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "End": true,
         "Retry": [{"ErrorEquals": ["Ecs.ServerException"]}]})"},
    {"each error as it is raised",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeExecution", "End": true,
         "Retry": [{"ErrorEquals": ["Sfn.ExecutionDoesNotExistException", "Custom.Name"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/sdk-error-prefix",
    .severity = Severity::warning,
    .summary = "an error name with the prefix of another kind of integration",
    .why =
        "An AWS SDK integration names errors after the SDK's class (`Ecs.ClientException`, "
        "`Sfn.InvalidArnException`), an optimized integration in its own way (`ECS.ClientException`, "
        "`DynamoDB....`). Error names are case-sensitive, so the handler never matches.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::errors::sdk_error_prefix
