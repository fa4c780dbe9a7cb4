#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::structure::credentials_unsupported {

namespace {

void check(const asl::State& state, Report& report) {
  if (!state.value.has("Credentials")) return;
  if (asl::resource(state).is_integration("http", "invoke"))
    report.add(state["Credentials"].key(), "`Credentials` has no effect on an HTTP task");
}

constexpr Example examples[] = {
    {"an HTTP task",
     R"({"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
         «"Credentials"»: {"RoleArn": "arn:aws:iam::111122223333:role/worker"}})"},
    {"a service",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Credentials": {"RoleArn": "arn:aws:iam::111122223333:role/worker"}})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/credentials-unsupported",
    .severity = Severity::warning,
    .summary = "`Credentials` on an HTTP task, where no role is assumed",
    .why =
        "Step Functions assumes the role of `Credentials` to call Lambda functions and AWS services. An HTTP "
        "task uses its connection.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::structure::credentials_unsupported
