#include "lint/asl/expression.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/token.h"

namespace sfn::rules::service::token_in_sync {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  if (!asl::resource(state).waits()) return;
  const Value arguments = state.arguments();
  for (const asl::Expression& expression : state.machine().expressions(state))
    if (expression.value.inside(arguments) && reads_token(expression) &&
        expression.value.text().find("Task.Token") != std::string_view::npos)
      report.add(
          expression.value.place(),
          "whoever receives the token can end this state before its `.sync` job ends; remove the token if "
          "that is not intended");
}

constexpr Example examples[] = {
    {"a job that gets the token",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value.$": «"$$.Task.Token"»}]}]}}, "End": true})"},
    {"a callback",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken",
 "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides":
   [{"Name": "app", "Environment": [{"Name": "TOKEN", "Value.$": "$$.Task.Token"}]}]}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/token-in-sync",
    .severity = Severity::info,
    .summary = "a task token in a task that already waits for a job",
    .why =
        "This is allowed: `SendTaskSuccess` or `SendTaskFailure` then ends the state before the job ends, "
        "and Step Functions stops watching the job. Often the token is left over from a copied callback "
        "task.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-sync",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::token_in_sync
