// What service/parameter-type leaves: texts that say the number or boolean that belongs there.
#include <fmt/core.h>

#include "lint/templates/text_value.h"
#include "rules/service/shared/fix.h"
#include "rules/service/shared/types.h"
#include "schemas/call/parameters.h"
#include "schemas/deployment.h"

namespace sfn::rules::service::quoted_value {

using namespace schemas;

namespace {

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void value(Value value, schemas::Shape shape) override {
    if (!is_quoted_scalar(value, shape)) return;
    Diagnostic& found =
        report_.add(value.place(), fmt::format("`{}` takes {}, but here it is written as text",
                                               path_of(value, call_.parameters), describe(shape)));
    if (auto fix = fix_type(value, shape)) found.fix = std::move(fix);
  }

  // What a template fills in as text.
  void member(const asl::Parameter& parameter, Member member) override {
    const auto& machine = schemas::deployment(call_.state->machine().surroundings()).machine;
    const schemas::Shape shape = member.shape();
    if (!machine || parameter.dynamic || !takes_no_text(shape) || call_.state->jsonata()) return;
    if (!templates::arrives_as_text(*machine, parameter.value)) return;
    report_.add(
        parameter.value.place(),
        fmt::format("`{}` takes {}, but this arrives as text; write the placeholder without quotes in "
                    "the text of the definition",
                    path_of(parameter.value, call_.parameters), describe(shape)));
  }

 private:
  static bool takes_no_text(schemas::Shape shape) {
    const Type type = shape.type();
    return type == Type::integer || type == Type::long_integer || type == Type::number ||
           type == Type::boolean;
  }

  const Call& call_;
  Report& report_;
};

constexpr Example examples[] = {
    {"a number as text",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Memory": «"512"»}]}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Memory": 512}]}}, "End": true})"},
    {"a boolean as text",
     R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem",
 "Parameters": {"TableName": "orders", "Item": {"paid": {"BOOL": «"False"»}}}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem",
 "Parameters": {"TableName": "orders", "Item": {"paid": {"BOOL": false}}}, "End": true})"},
    {"digits that JSON does not write so",
     R"({"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun",
 "Parameters": {"JobName": "load", "Timeout": «"060"», "MaxCapacity": «"0.5"»}, "End": true})"},
    {"numbers, booleans, and texts that are meant to be texts",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "web",
 "Count": 1, "EnableExecuteCommand": true, "Overrides": {"Cpu": "512"}}, "End": true})"},
    {.title = "a parameter that a template fills in as text",
     .text =
         R"({"Resources": {"Flow": {"Type": "AWS::Serverless::StateMachine", "Properties": {"Definition": {
  "StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "End": true,
    "Parameters": {"TaskDefinition": "web", "Count": «{"Ref": "Count"}»}}}}}}}})",
     .file = "template.json"},
    {"a placeholder",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web", "EnableExecuteCommand": "${Execute}"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/quoted-value",
    .severity = Severity::warning,
    .summary = "a number or boolean of an integration is written as text",
    .why =
        "The API takes a number or a boolean there. Step Functions has been seen to read `\"true\"` and "
        "`\"false\"` as booleans all the same, but nothing promises it, and the number fields of the States "
        "Language itself are refused as text.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .reveals = true,
    .about = {.states = asl::StateType::task},
    .state = on_optimized_parameters<Check>,
};

}  // namespace sfn::rules::service::quoted_value
