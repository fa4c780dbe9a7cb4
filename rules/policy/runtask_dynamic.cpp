#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::runtask_dynamic {

using namespace schemas::iam;

namespace {

// Every statement that allows it names task definitions, without a wildcard or an unknown in them.
const Statement* fixed(const Role& role, const Policy*& in) {
  const Statement* found = nullptr;
  for (const Policy* policy : role.permissions())
    for (const Statement& statement : policy->statements) {
      if (statement.effect != Effect::allow || statement.names("ecs:RunTask") == Answer::no) continue;
      for (Value resource : statement.resources) {
        const auto text = resource.literal();
        // Any revision of one family is still one task definition.
        const size_t name = text ? text->find("task-definition/") : 0;
        const size_t end = text && name != text->npos ? text->find(':', name) : std::string_view::npos;
        if (!text || statement.not_resource ||
            text->substr(name == text->npos ? 0 : name, end == text->npos ? end : end - name)
                    .find_first_of("*?") != text->npos)
          return nullptr;
        found = &statement;
        in = policy;
      }
    }
  return found;
}

void check(const asl::Machine& machine, Report& report) {
  const Role& role = machine.derive<Role>();
  const Policy* policy = nullptr;
  const Statement* statement = fixed(role, policy);
  if (!statement) return;
  for (const Need& need : machine.derive<Needs>().all) {
    if (need.kind != NeedKind::run_task || !need.dynamic || role.verdict(need).allowed != Answer::maybe)
      continue;
    report
        .add(policy->key(statement->value["Resource"]),
             "`ecs:RunTask` is allowed only on fixed task definitions, but one is chosen at run time")
        .note(fmt::format("state `{}` takes its task definition from an expression", need.state->name),
              need.because.place());
    return;
  }
}

constexpr Example examples[] = {
    {.title = "a task definition of the input",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition.$": "$.job"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], «"Resource"»: ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
    {.title = "in JSONata",
     .text = R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
 "Arguments": {"TaskDefinition": "{% $states.input.job %}"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], «"Resource"»: ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:*"]}]})json"},
    {.title = "a naming scheme",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition.$": "$.job"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/jobs-*"]}]})json"},
    {.title = "a fixed one",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/runtask-dynamic",
    .severity = Severity::warning,
    .summary = "the task definition comes from the input, but `ecs:RunTask` is only allowed on fixed ones",
    .why =
        "Which task definition runs is not known until the execution runs. If the policy does not name it, "
        "the state fails with `ECS.AccessDeniedException`. AWS's page uses `*` for this case; a family "
        "(`family:*`) or a naming scheme (`jobs-*`) is narrower.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .machine = check,
};

}  // namespace sfn::rules::policy::runtask_dynamic
