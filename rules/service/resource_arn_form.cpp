#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "lint/asl/recognise.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "rules/service/shared/resource_repair.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::resource_arn_form {

using namespace schemas;

namespace {

// A text that this rule is about: known whole, and no expression (which is a fault of another kind).
bool is_plain(Value value) {
  const auto text = value.literal();
  return text && !is_dynamic_text(*text) && !asl::may_hold_blank(*text);
}

// What the ARN of some resource should have been: the integration that works on it.
std::string instead(std::string_view text) {
  if (text.find(":stateMachine:") != std::string_view::npos) return "states:startExecution";
  if (!text.starts_with("arn:")) return {};
  text.remove_prefix(4);
  text.remove_prefix(std::min(text.find(':') + 1, text.size()));
  const std::string_view service = text.substr(0, text.find(':'));
  if (service == "lambda") return "lambda:invoke";
  const auto actions = is_service(service) && service != "states" ? schemas::actions(service)
                                                                  : std::vector<std::string_view>();
  return actions.empty() || !task_integration(service, actions[0])
             ? std::string()
             : fmt::format("{}:{}", service, actions.size() == 1 ? actions[0] : std::string_view("..."));
}

std::string message(std::string_view text) {
  if (text.empty()) return "`Resource` is empty";
  if (const std::string call = instead(text); !call.empty())
    return fmt::format("`Resource` cannot be the ARN of a resource; call `arn:aws:states:::{}` with it",
                       call);
  return "Step Functions does not recognize this `Resource`; an integration looks like "
         "`arn:aws:states:::service:action`";
}

bool names_lambda(std::string_view text) {
  return instead(text) == "lambda:invoke" && text.find(":stateMachine:") == std::string_view::npos;
}

bool complete(const asl::Resource& resource) {
  using enum asl::ResourceKind;
  if (resource.kind == unknown || resource.service == "stateMachine") return false;
  if (resource.kind == activity || resource.kind == lambda) return !resource.action.empty();
  return !resource.service.empty() && !resource.action.empty();
}

void check(const asl::State& state, Report& report) {
  const Value value = state["Resource"];
  if (!state.is(asl::StateType::task) || !is_plain(value)) return;
  const std::string_view text = *value.literal();
  if (complete(asl::read_resource(value)) || text.find(":task:") != std::string_view::npos) return;
  const std::string repaired = repaired_resource(text);
  if (repaired.empty() && (is_other_uri(text) || names_lambda(text)))
    return;  // resource-not-aws, lambda-arn-tail
  Diagnostic& found = report.add(
      value.place(), repaired.empty()
                         ? message(text)
                         : fmt::format("this is not a `Resource`; the integration is `{}`", repaired));
  if (!repaired.empty())
    found.offer_unsafe(fmt::format("write `{}`", repaired),
                       replace_text(value.stretch(0, text.size()), repaired));
}

constexpr Example examples[] = {
    {"the service where `states` belongs",
     R"({"Type": "Task", "Resource": «"arn:aws:ecs:::runTask.sync"», "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"not an ARN", R"({"Type": "Task", "Resource": «"ecs:runTask.sync"», "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"two colons", R"({"Type": "Task", "Resource": «"arn:aws:states::ecs:runTask"», "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "End": true})"},
    {"the ARN of the resource that the task is to use",
     R"({"Type": "Task", "Resource": «"arn:aws:sns:us-east-1:111122223333:topic"», "End": true})"},
    {"another state machine",
     R"({"Type": "Task", "Resource": «"arn:aws:states:us-east-1:111122223333:stateMachine:child"», "End": true})"},
    {"a name", R"({"Type": "Task", "Resource": «"MyFunction"», "End": true})"},
    {"each of the forms that exist",
     R"({"Type": "Parallel", "End": true, "Branches": [
           {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true}}},
           {"StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:listTasks", "End": true}}},
           {"StartAt": "C", "States": {"C": {"Type": "Task", "End": true,
             "Resource": "arn:aws:states:us-east-1:111122223333:activity:work"}}},
           {"StartAt": "D", "States": {"D": {"Type": "Task", "End": true,
             "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f:live"}}}]})"},
    {"a placeholder", R"({"Type": "Task", "Resource": "${FunctionArn}", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/resource-arn-form",
    .severity = Severity::error,
    .summary = "the `Resource` of a Task is not one that Step Functions knows",
    .why =
        "A Resource is an integration (`arn:aws:states:::ecs:runTask.sync`), a call of the AWS SDK "
        "(`arn:aws:states:::aws-sdk:ecs:listTasks`), an activity or a Lambda function. Step "
        "Functions refuses anything else when it is deployed: `The resource provided ... is not recognized`. "
        "The ARN of a topic, a queue "
        "or a task definition goes into the parameters of an integration.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html",
    .examples = examples,
    .reveals = true,
    .state = check,
};

}  // namespace sfn::rules::service::resource_arn_form
