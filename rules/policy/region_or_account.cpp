#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::region_or_account {

using namespace schemas;
using namespace schemas::iam;

namespace {

void look(const Policy& policy, Value resource, const KnownValues& known_values, Report& report) {
  const auto text = resource.literal();
  const auto arn = text ? schemas::read_arn(*text) : std::nullopt;
  if (!arn) return;
  const bool rule = arn->service == "events" && arn->resource.find("/StepFunctionsGetEvent") != text->npos;
  if (arn->service != "ecs" && !rule) return;
  const struct {
    std::string_view part, wanted, what;
  } parts[] = {{arn->partition, known_values.partition, "partition"},
               {arn->region, known_values.region, "region"},
               {arn->account, known_values.account, "account"}};
  for (const auto& [part, wanted, what] : parts) {
    if (wanted.empty() || part.empty() || asl::may_hold_blank(part) || part.find('?') != part.npos ||
        part == wanted)
      continue;
    const auto begin = static_cast<size_t>(part.data() - text->data());
    report.add(policy.quoted ? policy.place(resource) : resource.stretch(begin, begin + part.size()),
               fmt::format("the {} is `{}`, but the definition is for `{}`", what, part, wanted));
  }
}

void check(const asl::Machine& machine, Report& report) {
  if (schemas::deployment(machine.surroundings()).policies_shared) return;
  const Role& role = machine.derive<Role>();
  const KnownValues known = known_values(machine);
  // policy/runtask-resource has spoken of what is not reached.
  const bool reached = role.lacks(NeedKind::run_task).empty();
  for (const Policy* policy : role.permissions())
    for (const Statement& statement : policy->statements) {
      if (statement.effect != Effect::allow || statement.not_resource) continue;
      if (!reached && statement.names("ecs:RunTask") != Answer::no) continue;
      for (Value resource : statement.resources) look(*policy, resource, known, report);
    }
}

constexpr Example examples[] = {
    {.title = "another region",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/main"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:«us-east-1»:123456789012:task-definition/web:7"]}]})json"},
    {.title = "the rule in another account, in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/main"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:«210987654321»:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json"},
    {.title = "the same",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/main"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json"},
    {.title = "values that the definition does not contain",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:us-east-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/region-or-account",
    .severity = Severity::warning,
    .summary = "a policy with ARNs of another region, account or partition than the definition",
    .why =
        "Step Functions runs tasks and maintains rules in its own region and account. A statement for any "
        "other has no effect here.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::region_or_account
