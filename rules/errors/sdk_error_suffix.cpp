// Catalogue ASL521.
#include <fmt/core.h>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "rules/errors/shared/handlers.h"
#include "rules/errors/shared/names.h"
#include "rules/errors/shared/services.h"

namespace sfn::rules::errors::sdk_error_suffix {

namespace {

void check(const asl::State& state, Report& report) {
  if (!state.is(asl::StateType::task)) return;
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::aws_sdk || !only_service_errors(resource)) return;
  for (const Handler& handler : all_handlers(state))
    for (Value item : handler.names) {
      const auto name = item.literal();
      if (!name || name->ends_with("Exception") || name->find('*') != std::string_view::npos) continue;
      if (!equal_without_case(prefix_of(*name), resource.service)) continue;
      const std::string right = fmt::format("{}Exception", *name);
      report
          .add(item.place(), fmt::format("errors of an AWS SDK integration end in `Exception`: `{}`", right))
          .mend_unsafe(fmt::format("name it `{}`", right),
                       replace_text(item.stretch(0, name->size()), right));
    }
}

constexpr Example examples[] = {
    {"the name that the API's own page gives",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:createBucket", "End": true,
         "Retry": [{"ErrorEquals": [«"S3.BucketAlreadyExists"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:createBucket", "End": true,
         "Retry": [{"ErrorEquals": ["S3.BucketAlreadyExistsException"]}]})"},
    {"with the suffix",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:createBucket", "End": true,
         "Retry": [{"ErrorEquals": ["S3.BucketAlreadyExistsException", "States.Timeout"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/sdk-error-suffix",
    .severity = Severity::warning,
    .summary = "an error of an AWS SDK integration does not end in `Exception`",
    .why =
        "Step Functions appends `Exception` to every error of an AWS SDK integration, even where the page of "
        "the API "
        "names it without: S3's `BucketAlreadyExists` arrives as `S3.BucketAlreadyExistsException`. A name "
        "without "
        "the suffix is never matched.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::errors::sdk_error_suffix
