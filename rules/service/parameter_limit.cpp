// Upper bounds of the tables. Limits grow after the models were taken, so this is a warning.
#include <fmt/core.h>

#include "rules/service/shared/values.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::parameter_limit {

using namespace schemas;

namespace {

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void value(Value value, schemas::Shape shape) override {
    if (const auto most = above_maximum(value, shape))
      report_.add(value.place(), fmt::format("`{}` is {}, but the maximum is {}",
                                             path_of(value, call_.parameters), most->is, most->wanted));
  }

 private:
  const Call& call_;
  Report& report_;
};

constexpr Example examples[] = {
    {"more than the service takes",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE", "Weight": «1001»}]}, "End": true})"},
    {"within the limit",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE", "Weight": 1000}]}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/parameter-limit",
    .severity = Severity::warning,
    .summary = "a parameter of an integration is larger than the API model allows",
    .why =
        "The service most likely refuses the call, and the state fails when it runs. Limits grow, so check "
        "the "
        "service's own page where you are sure.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = on_optimized_parameters<Check>,
};

}  // namespace sfn::rules::service::parameter_limit
