#include <fmt/core.h>

#include "lint/asl/handlers.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/errors/names.h"
#include "schemas/errors/services.h"

namespace sfn::rules::errors::error_of_other_service {

using namespace schemas::errors;

namespace {

// The service that raises errors of this prefix, in either spelling; empty if the prefix is nobody's.
std::string_view owner_of(std::string_view prefix) {
  const std::string_view optimized = optimized_service(prefix);
  if (!optimized.empty()) return optimized;
  const std::string_view sdk = sdk_service(prefix);
  return sdk == "sfn" ? "states" : sdk;
}

// The service of a task in the same words.
std::string_view service_of(const asl::Resource& resource) {
  if (resource.kind == asl::ResourceKind::lambda) return "lambda";
  if (resource.kind == asl::ResourceKind::aws_sdk && resource.service == "sfn") return "states";
  return resource.service;
}

void check_name(Value item, const asl::Resource& resource, Report& report) {
  // What stands before the dot is known though a placeholder comes after it.
  const std::string_view name = item.is_string() ? item.text() : std::string_view();
  const std::string_view prefix = prefix_of(name), owner = owner_of(prefix), service = service_of(resource);
  if (owner.empty() || owner == service || equal_without_case(prefix, service)) return;
  report.add(item.place(), fmt::format("`{}` is an error of `{}`, but a task of `{}` does not raise it", name,
                                       owner, service));
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const bool function = resource.kind == asl::ResourceKind::lambda || resource.service == "lambda";
  if (function || !only_service_errors(resource)) return;
  for (const asl::Handler& handler : asl::all_handlers(state))
    for (Value item : handler.names) check_name(item, resource, report);
}

constexpr Example examples[] = {
    {"errors of Lambda on a task of ECS",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": [«"Lambda.ServiceException"», «"Lambda.TooManyRequestsException"»]}]})"},
    {"an error of Lambda of which a placeholder gives the name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": [«"Lambda.${Error}"», "${Service}.ServiceException", "${Error}"]}]})"},
    {"its own errors",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Retry": [{"ErrorEquals": ["ECS.AmazonECSException", "AmazonECS.Unknown", "States.Timeout"]}]})"},
    {"a function may raise any name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
         "Retry": [{"ErrorEquals": ["ECS.ClusterNotFoundException"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/error-of-other-service",
    .severity = Severity::warning,
    .summary = "an error of a service that the task does not call",
    .why =
        "The errors of an integration start with the name of its service: a task of `ecs:runTask` raises "
        "`ECS.ServerException`, never `Lambda.ServiceException`. A handler that was copied from another "
        "task never matches, and the first failure ends the execution.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::errors::error_of_other_service
