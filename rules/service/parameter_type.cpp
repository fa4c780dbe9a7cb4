#include <fmt/core.h>

#include "rules/service/shared/fix.h"
#include "rules/service/shared/types.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::parameter_type {

using namespace schemas;

namespace {

using schemas::Type;

// Outside ECS a text may be given as JSON, which Step Functions writes out (`Message`, `Detail`, ...).
bool becomes_text(Value value, schemas::Shape shape, const Call& call) {
  return !call.is_ecs() && shape.type() == Type::string && (value.is_object() || value.is_array());
}

// Calls of the AWS SDK convert numbers, booleans and texts into one another, but not a list into an object.
bool is_converted(Value value, schemas::Shape shape, const Call& call) {
  const bool object = shape.is_structure() || shape.type() == Type::map, list = shape.type() == Type::list;
  return call.is_sdk() && !(value.is_object() && list) && !(value.is_array() && object);
}

// null leaves a parameter out; AWS has not been seen to refuse it.
bool tolerated(Value value, schemas::Shape shape, const Call& call) {
  return value.is_null() || becomes_text(value, shape, call) || is_converted(value, shape, call);
}

std::string subject(Value value, const Call& call) {
  const std::string path = path_of(value, call.parameters);
  if (path.empty()) return call.name();
  return fmt::format("`{}`", path);
}

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void value(Value value, schemas::Shape shape) override {
    if (fits(value, shape) || tolerated(value, shape, call_)) return;
    if (is_quoted_scalar(value, shape)) return;  // service/quoted-value
    Diagnostic& found = report_.add(value.place(), fmt::format("{} expects {}, not {}", subject(value, call_),
                                                               describe(shape), sfn::describe(value.kind())));
    if (auto fix = fix_type(value, shape)) found.fix = std::move(fix);
  }

 private:
  const Call& call_;
  Report& report_;
};

constexpr Example examples[] = {
    {"a number where the API takes text: the value of an environment variable",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "LIMIT", "Value": «5»}]}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "LIMIT", "Value": "5"}]}]}}, "End": true})"},
    {"text where the API takes a number: the size of a container",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Memory": «"512 MiB"»}]}}, "End": true})"},
    {"a boolean where the API takes one of two words",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": «true»}}},
 "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"], "AssignPublicIp": "ENABLED"}}},
 "End": true})"},
    {"a number in place of one of several words cannot be fixed",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "LaunchType": «2»}, "End": true})"},
    {"one container override that is not in a list",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   «{"Name": "app", "Command": ["run"]}»}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Command": ["run"]}]}}, "End": true})"},
    {"environment variables as a map",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": «{"STAGE": "prod", "LIMIT": 5}»}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "STAGE", "Value": "prod"}, {"Name": "LIMIT", "Value": "5"}]}]}}, "End": true})"},
    {"subnets as one text",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "NetworkConfiguration": {"AwsvpcConfiguration":
   {"Subnets": «"subnet-0a1b2c3d,subnet-4e5f6a7b"»}}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "NetworkConfiguration": {"AwsvpcConfiguration":
   {"Subnets": ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]}}}, "End": true})"},
    {"a command as one text",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Command": «"python app.py"»}]}}, "End": true})",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Command": ["python", "app.py"]}]}}, "End": true})"},
    {"a boolean or a number as text is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web", "EnableExecuteCommand": "true", "Count": "1"}, "End": true})"},
    {"DynamoDB takes a plain text for an attribute, as published samples have it",
     R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem",
 "Parameters": {"TableName": "orders", "Item": {"id": "1", "total": {"N": "5"}}}, "End": true})"},
    {"placeholders and expressions are not judged",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "EnableExecuteCommand": "${Execute}", "Overrides":
   {"ContainerOverrides": [{"Name": "app", "Command.$": "$.command", "Memory": ${memory}}]}}, "End": true})"},
};

constexpr std::string_view spoken_of[] = {"service/path-as-text"};

}  // namespace

extern const Rule rule{
    .id = "service/parameter-type",
    .severity = Severity::error,
    .summary = "a parameter of the wrong type",
    .why =
        "Step Functions refuses the definition when it is deployed (`The value for the field 'Payload' must "
        "be "
        "a STRING`), or the state fails when it runs, with States.Runtime: `The Parameters '...' could not "
        "be "
        "used to start the Task`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .yields_to = spoken_of,
    .reveals = true,
    .about = {.states = asl::StateType::task},
    .state = on_parameters<Check>,
};

}  // namespace sfn::rules::service::parameter_type
