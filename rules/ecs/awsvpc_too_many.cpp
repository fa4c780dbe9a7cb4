#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::awsvpc_too_many {

using namespace schemas::ecs;

namespace {

void check_list(const RunTask& task, Value network, std::string_view name, size_t limit, Report& report) {
  const Value list = task.literal(network, name);
  if (list.is_array() && list.child_count() > limit)
    report.add(list.label(), fmt::format("there are {} items in `{}`; a task accepts at most {}",
                                         list.child_count(), name, limit));
}

void check(const RunTask& task, Report& report) {
  const Value network = task.literal(task.literal("NetworkConfiguration"), "AwsvpcConfiguration");
  check_list(task, network, "Subnets", 16, report);
  check_list(task, network, "SecurityGroups", 5, report);
}

constexpr Example examples[] = {
    {"six security groups",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"],
   «"SecurityGroups"»: ["sg-00000001", "sg-00000002", "sg-00000003", "sg-00000004", "sg-00000005", "sg-00000006"]}}}, "End": true})json"},
    {"five, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"],
   "SecurityGroups": ["sg-00000001", "sg-00000002", "sg-00000003", "sg-00000004", "sg-00000005"]}}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/awsvpc-too-many",
    .severity = Severity::error,
    .summary = "more subnets or security groups than a task accepts",
    .why =
        "A task accepts at most 16 subnets and 5 security groups. ECS refuses more with "
        "`ECS.InvalidParameterException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::awsvpc_too_many
