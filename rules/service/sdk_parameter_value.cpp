// Enum values of calls through the AWS SDK: services take more than their models list (SQS takes
// `SentTimestamp` as one of `AttributeNames`), so this is only advice.
#include <fmt/core.h>

#include "lint/wording.h"
#include "rules/service/shared/values.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::sdk_parameter_value {

using namespace schemas;

namespace {

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void value(Value value, schemas::Shape shape) override {
    const auto wrong = wrong_choice(value, shape);
    if (!wrong) return;
    const std::string meant = wording::did_you_mean(wrong->meant);
    report_
        .add(value.place(), fmt::format("`{}` does not accept `{}` in the API models of {}{}",
                                        path_of(value, call_.parameters), value.text(), models_date(), meant))
        .note("it is known to take " + wrong->accepted);
  }

 private:
  const Call& call_;
  Report& report_;
};

constexpr Example examples[] = {
    {"another letter case",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
 "Parameters": {"TableName": "t", "Select": «"Count"»}, "End": true})"},
    {"a value of the list, and one that is known at run time only",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
 "Parameters": {"TableName": "t", "Select": "COUNT", "ReturnConsumedCapacity.$": "$.capacity"}, "End": true})"},
    {"optimized integrations have a rule of their own",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f",
 "InvocationType": "Async"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/sdk-parameter-value",
    .severity = Severity::info,
    .summary = "a parameter of an AWS SDK integration has a value that its API model does not list",
    .why =
        "If the service does not take the value, the state fails when it runs. Services learn new values "
        "every month, and some take values that their models never list.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = on_sdk_parameters<Check>,
};

}  // namespace sfn::rules::service::sdk_parameter_value
