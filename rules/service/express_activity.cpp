// In Express children of a Map: map/express-child-pattern.
#include "lint/asl/resource.h"
#include "lint/asl/surroundings.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::express_activity {

using namespace schemas;

namespace {

bool in_child_execution(const asl::State& state) {
  for (const asl::Scope* scope = state.scope; scope; scope = scope->parent())
    if (scope->distributed()) return true;
  return false;
}

void check(const asl::State& state, Report& report) {
  if (!state.scope->express() || in_child_execution(state)) return;
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind == asl::ResourceKind::activity)
    report.add(resource.value.place(),
               "an Express workflow does not support activities; make the state machine Standard, or call a "
               "function "
               "or service instead");
}

constexpr Example examples[] = {
    {.title = "an activity in an Express workflow",
     .text =
         R"({"Type": "Task", "Resource": «"arn:aws:states:us-east-1:111122223333:activity:work"», "End": true})",
     .type = "express"},
    {.title = "a Standard workflow",
     .text =
         R"({"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:work", "End": true})",
     .type = "standard"},
};

}  // namespace

extern const Rule rule{
    .id = "service/express-activity",
    .severity = Severity::error,
    .summary = "an activity in an Express workflow",
    .why =
        "Activities wait for a worker to ask for the task, which only Standard workflows do. Step Functions "
        "refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html",
    .examples = examples,
    .needs = {&asl::given::machine_type},
    .state = check,
};

}  // namespace sfn::rules::service::express_activity
