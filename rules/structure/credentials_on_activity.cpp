#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::structure::credentials_on_activity {

namespace {

void check(const asl::State& state, Report& report) {
  const Value credentials = state.is(asl::StateType::task) ? state["Credentials"] : Value();
  if (credentials && asl::resource(state).kind == asl::ResourceKind::activity)
    report.add(credentials.key(), "`Credentials` is not supported for activities; remove it")
        .offer_unsafe("remove `Credentials`", remove(credentials));
}

constexpr Example examples[] = {
    {"an activity",
     R"({"Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:activity:work", "End": true,
         «"Credentials"»: {"RoleArn": "arn:aws:iam::111122223333:role/worker"}})",
     R"({"Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:activity:work", "End": true})"},
    {"a service",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Credentials": {"RoleArn": "arn:aws:iam::111122223333:role/worker"}})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/credentials-on-activity",
    .severity = Severity::error,
    .summary = "`Credentials` on an activity",
    .why =
        "Step Functions refuses the definition when it is deployed: a worker polls the activity with its own "
        "role, so no role is assumed for it.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::structure::credentials_on_activity
