// With a pattern: service/unsupported-pattern.
#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::lambda_arn_direct {

using namespace schemas;

namespace {

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind == asl::ResourceKind::lambda)
    report.add(resource.value.place(), "this is the ARN of a function; AWS recommends `lambda:invoke`");
}

constexpr Example examples[] = {
    {"the ARN of a function",
     R"({"Type": "Task", "Resource": «"arn:aws:lambda:us-east-1:111122223333:function:f"», "End": true})"},
    {"the integration", R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/lambda-arn-direct",
    .severity = Severity::info,
    .summary = "the ARN of a Lambda function as `Resource`",
    .why =
        "The ARN of a function still works, but the integration `lambda:invoke` also accepts a qualifier "
        "and a token, and returns the status and version of the call.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::lambda_arn_direct
