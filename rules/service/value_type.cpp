// A warning: much of what is known of the data comes from API models. Of ECS tasks, which are checked most
// strictly, the rules ecs/command-dollar-not-array and the like report what the definition itself decides as
// errors.
#include <fmt/core.h>

#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "rules/service/shared/fitting.h"
#include "rules/service/shared/types.h"

namespace sfn::rules::service::value_type {

using namespace schemas;

namespace {

class Check : public Expressions {
 public:
  Check(const Call& call, Report& report)
      : Expressions(call), flow_(call.state->machine().derive<DataFlow>()), report_(report) {}

 private:
  void expression(Value expression, schemas::Shape shape) override {
    const auto type = flow_.value(expression);
    if (!type) return;
    const auto misfit = Fitting(call(), flow_.types()).find(*type, shape);
    if (!misfit) return;
    Diagnostic& found = report_.add(
        expression.place(),
        fmt::format("`{}{}` is {}, but must be {}", path_of(expression, call().parameters), misfit->path,
                    asl::types::describe(flow_.types(), misfit->type), describe(misfit->wanted)));
    asl::types::note_maker(call().state->machine(), flow_.types(), misfit->type, found);
  }

  const asl::types::Flow& flow_;
  Report& report_;
};

constexpr Example examples[] = {
    {"an exit code, which is a number, as the value of an environment variable",
     R"json({"StartAt": "Run", "States": {
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "ResultPath": "$.run", "Parameters": {"TaskDefinition": "web:7"}, "Next": "Clean"},
 "Clean": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Environment": [{"Name": "EXIT", "Value.$": «"$.run.Containers[0].ExitCode"»}]}]}}, "End": true}}})json"},
    {"an object in place of a list, through the AWS SDK",
     R"json({"StartAt": "List", "States": {
 "List": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:listTasks", "ResultPath": "$.list", "Parameters": {}, "Next": "Describe"},
 "Describe": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "Parameters": {"Tasks.$": «"$.list"»}, "End": true}}})json"},
    {"values that fit, or are converted",
     R"json({"StartAt": "List", "States": {
 "List": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:listTasks", "ResultPath": "$.list", "Parameters": {}, "Next": "Describe"},
 "Describe": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "ResultPath": "$.seen", "Parameters": {"Tasks.$": "$.list.TaskArns"}, "Next": "Tell"},
 "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {"TopicArn.$": "$.topic", "Message.$": "$.seen"}, "End": true}}})json"},
};

constexpr std::string_view yields[] = {"ecs/command-dollar-not-array", "ecs/environment-value-not-string",
                                       "ecs/command-element-not-string", "service/input-type"};

}  // namespace

extern const Rule rule{
    .id = "service/value-type",
    .severity = Severity::warning,
    .summary = "a parameter whose expression reads a value of a type that the service refuses",
    .why =
        "The data comes from earlier states, and it never has the type that the parameter needs. The state "
        "fails "
        "when it runs, with `States.Runtime`: `The value for the field 'Value' must be a STRING`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html",
    .examples = examples,
    .yields_to = yields,
    .about = {.states = asl::StateType::task},
    .state = on_parameters<Check>,
};

}  // namespace sfn::rules::service::value_type
