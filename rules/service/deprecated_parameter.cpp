// Members that the API models call deprecated. Those of ECS: ecs/inference-accelerator.
#include <fmt/core.h>

#include "schemas/call/parameters.h"

namespace sfn::rules::service::deprecated_parameter {

using namespace schemas;

namespace {

struct Successor {
  std::string_view action, name, instead;
};
constexpr Successor successors[] = {
    {"submitJob", "Memory", "`{\"Type\": \"MEMORY\", ...}` in `ResourceRequirements`"},
    {"submitJob", "Vcpus", "`{\"Type\": \"VCPU\", ...}` in `ResourceRequirements`"},
    {"startJobRun", "AllocatedCapacity", "`MaxCapacity`, or `WorkerType` and `NumberOfWorkers`"},
};

std::string advice(const asl::Parameter& parameter, const Call& call) {
  for (const Successor& one : successors)
    if (one.action == call.resource.action && one.name == parameter.name)
      return fmt::format("; use {}", one.instead);
  return {};
}

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void member(const asl::Parameter& parameter, schemas::Member member) override {
    if (member.deprecated() && !call_.is_ecs())
      report_.add(parameter.key(),
                  fmt::format("`{}` is deprecated{}", parameter.name, advice(parameter, call_)));
  }

 private:
  const Call& call_;
  Report& report_;
};

constexpr Example examples[] = {
    {"the size of a job's container",
     R"({"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": {"JobName": "j",
 "JobQueue": "q", "JobDefinition": "d", "ContainerOverrides": {«"Vcpus"»: 2, «"Memory.$"»: "$.memory"}}, "End": true})"},
    {"as a list of requirements",
     R"({"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": {"JobName": "j",
 "JobQueue": "q", "JobDefinition": "d", "ContainerOverrides": {"ResourceRequirements":
   [{"Type": "VCPU", "Value": "2"}]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/deprecated-parameter",
    .severity = Severity::warning,
    .summary = "a parameter that the service calls deprecated",
    .why =
        "The service keeps the parameter for old definitions only, and does not honour it everywhere: jobs "
        "on "
        "Fargate and jobs whose definition has `ResourceRequirements` ignore or refuse `Vcpus` and `Memory`.",
    .see = "https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerOverrides.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = on_parameters<Check>,
};

}  // namespace sfn::rules::service::deprecated_parameter
