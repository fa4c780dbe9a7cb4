// What service/parameter-type leaves: texts that say the number or boolean that belongs there.
#include <fmt/core.h>

#include "rules/service/shared/fix.h"
#include "rules/service/shared/types.h"
#include "schemas/call/parameters.h"

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

 private:
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
