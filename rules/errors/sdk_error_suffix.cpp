#include <fmt/core.h>

#include "lint/asl/handlers.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/errors/names.h"
#include "schemas/errors/services.h"

namespace sfn::rules::errors::sdk_error_suffix {

using namespace schemas::errors;

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// As the SDK for Java 2 spells the words of a name: `DbInstance` for `DBInstance`.
std::string pascal(std::string_view name) {
  std::string spelled;
  for (size_t i = 0; i < name.size(); ++i) {
    const bool inside = i > 0 && is_upper(name[i - 1]) && (i + 1 == name.size() || is_upper(name[i + 1]));
    spelled += inside && is_upper(name[i]) ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
  }
  return spelled;
}

// The class of the SDK for Java 2, whose name Step Functions reports. Its words are not certain where digits
// are among them; then it is empty.
std::string class_of(std::string_view name) {
  if (name.find_first_of("0123456789_-") != name.npos) return {};
  if (name.ends_with("Fault")) name.remove_suffix(std::string_view("Fault").size());
  return name.empty() ? std::string() : pascal(name) + "Exception";
}

void check_name(Value item, std::string_view name, Report& report) {
  const std::string_view prefix = prefix_of(name);
  const std::string right = class_of(name.substr(prefix.size() + 1));
  const std::string whole = fmt::format("{}.{}", prefix, right);
  Diagnostic& found =
      report.add(item.place(), fmt::format("errors of an AWS SDK integration end in `Exception`{}",
                                           right.empty() ? std::string() : fmt::format(": `{}`", whole)));
  if (!right.empty())
    found.offer_unsafe(fmt::format("name it `{}`", whole), replace_text(item.stretch(0, name.size()), whole));
}

void check(const asl::State& state, Report& report) {
  if (!state.is(asl::StateType::task)) return;
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::aws_sdk || !only_service_errors(resource)) return;
  for (const asl::Handler& handler : asl::all_handlers(state))
    for (Value item : handler.names) {
      const auto name = item.literal();
      if (!name || name->ends_with("Exception") || name->find('*') != std::string_view::npos) continue;
      if (!equal_without_case(prefix_of(*name), resource.service)) continue;
      check_name(item, *name, report);
    }
}

constexpr Example examples[] = {
    {"the name on the API's own page",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:createBucket", "End": true,
         "Retry": [{"ErrorEquals": [«"S3.BucketAlreadyExists"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:createBucket", "End": true,
         "Retry": [{"ErrorEquals": ["S3.BucketAlreadyExistsException"]}]})"},
    {"the SDK for Java has no Fault, and spells acronyms as words",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:describeDBInstances", "End": true,
         "Retry": [{"ErrorEquals": [«"Rds.DBInstanceNotFoundFault"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:describeDBInstances", "End": true,
         "Retry": [{"ErrorEquals": ["Rds.DbInstanceNotFoundException"]}]})"},
    {"with the suffix",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:createBucket", "End": true,
         "Retry": [{"ErrorEquals": ["S3.BucketAlreadyExistsException", "States.Timeout"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/sdk-error-suffix",
    .severity = Severity::warning,
    .summary = "an error name of an AWS SDK integration without the suffix `Exception`",
    .why =
        "An error of an AWS SDK integration carries the name of a class of the AWS SDK for Java, and these "
        "end in "
        "`Exception`, even where the page of the API names it otherwise: S3's `BucketAlreadyExists` arrives "
        "as "
        "`S3.BucketAlreadyExistsException`, RDS's `DBInstanceNotFoundFault` as "
        "`Rds.DbInstanceNotFoundException`. "
        "A name without the suffix is never matched.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::errors::sdk_error_suffix
