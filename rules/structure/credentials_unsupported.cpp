// Catalogue ASL130.
#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::structure::credentials_unsupported {

namespace {

void check(const asl::State& state, Report& report) {
  if (!state.is(asl::StateType::task) || !state.value.has("Credentials")) return;
  const asl::Resource resource = asl::resource(state);
  const bool activity = resource.kind == asl::ResourceKind::activity;
  if (!activity && !resource.is_integration("http", "invoke")) return;
  report.add(state["Credentials"].key(), activity ? "`Credentials` has no effect on an activity"
                                                  : "`Credentials` has no effect on an HTTP task");
}

constexpr Example examples[] = {
    {"an activity",
     R"({"Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:activity:work", "End": true,
         «"Credentials"»: {"RoleArn": "arn:aws:iam::111122223333:role/worker"}})"},
    {"a service",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Credentials": {"RoleArn": "arn:aws:iam::111122223333:role/worker"}})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/credentials-unsupported",
    .severity = Severity::warning,
    .summary = "`Credentials` where no role is assumed",
    .why =
        "Step Functions assumes the role of `Credentials` to call Lambda functions and AWS services. An "
        "activity "
        "is polled by its worker, and an HTTP task uses its connection.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::structure::credentials_unsupported
