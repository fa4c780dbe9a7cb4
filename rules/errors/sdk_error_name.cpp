#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "lint/asl/handlers.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/errors/names.h"
#include "schemas/errors/services.h"
#include "schemas/java_names.h"
#include "schemas/schemas.h"

namespace sfn::rules::errors::sdk_error_name {

using namespace schemas::errors;

namespace {

/// What is right in place of the part of a name after the dot, and how that is known.
struct RightName {
  std::string name;
  enum { as_written, of_the_sdk, near, suffix } because = as_written;
};

class Names {
 public:
  explicit Names(const asl::Resource& resource)
      : resource_(resource),
        service_(schemas::sdk_service(resource.service)),
        operation_(schemas::sdk_operation(resource.service, resource.action)) {}

  std::string_view prefix() const { return service_ ? service_->error_prefix() : std::string_view(); }

  /// Whether the part before the dot is meant to be that of the service, in whatever spelling.
  bool is_own_prefix(std::string_view written) const {
    const std::string_view owner = optimized_service(written);
    return equal_without_case(written, resource_.service) ||
           (owner == "states" ? "sfn" : owner) == resource_.service;
  }

  RightName right(std::string_view tail) const {
    if (declared(tail)) return {std::string(tail)};
    const std::string of_sdk = schemas::java::exception(tail);
    if (of_sdk != tail && declared(of_sdk)) return {of_sdk, RightName::of_the_sdk};
    if (const std::string near = misspelled(tail); !near.empty()) return {near, RightName::near};
    if (tail.ends_with("Exception")) return {std::string(tail)};
    // How the SDK splits words at digits and other signs is not certain.
    const bool certain = tail.find_first_of("0123456789_-") == tail.npos;
    return {certain ? of_sdk : std::string(), RightName::suffix};
  }

 private:
  static bool declares(const schemas::Operation& operation, std::string_view name) {
    const auto errors = operation.errors();
    return std::find(errors.begin(), errors.end(), name) != errors.end();
  }

  // By the action or any other: many raise what only others declare.
  bool declared(std::string_view name) const {
    if (operation_ && declares(*operation_, name)) return true;
    if (!service_) return false;
    const auto all = service_->operations();
    return std::any_of(all.begin(), all.end(),
                       [&](const schemas::Operation& operation) { return declares(operation, name); });
  }

  // Only one edit from what the operation itself declares: every service also raises errors that none
  // declares.
  std::string misspelled(std::string_view tail) const {
    if (!operation_ || tail.size() < 12) return {};
    for (const std::string_view error : operation_->errors())
      if (edit_distance(tail, error, 1) <= 1) return std::string(error);
    return {};
  }

  const asl::Resource& resource_;
  std::optional<schemas::Service> service_;
  std::optional<schemas::Operation> operation_;
};

void check_bare(Value item, std::string_view name, const Names& names, Report& report) {
  if (!name.ends_with("Exception") || name.size() < 12) return;
  const std::string_view known = names.prefix();
  const std::string shown = known.empty() ? std::string("its service") : fmt::format("`{}`", known);
  Diagnostic& found = report.add(
      item.place(),
      fmt::format("an AWS SDK integration prefixes error names with {} and a dot, so `{}` without a prefix "
                  "is never raised",
                  shown, name));
  if (!known.empty())
    found.offer_unsafe(fmt::format("name it `{}.{}`", known, name),
                       replace_text(item.stretch(0, name.size()), fmt::format("{}.{}", known, name)));
}

std::string message(std::string_view name, const RightName& right, const std::string& whole) {
  switch (right.because) {
    case RightName::of_the_sdk:
      return fmt::format("the AWS SDK for Java calls this error `{}`, so `{}` is never raised", whole, name);
    case RightName::near:
      return fmt::format("`{}` is not among the errors that the action declares; did you mean `{}`?", name,
                         whole);
    default:
      return fmt::format("errors of an AWS SDK integration end in `Exception`{}",
                         whole.empty() ? std::string() : fmt::format(": `{}`", whole));
  }
}

void check_name(Value item, std::string_view name, const asl::Resource& resource, Report& report) {
  const Names names(resource);
  const std::string_view written = prefix_of(name);
  if (written.empty()) return check_bare(item, name, names, report);
  if (!names.is_own_prefix(written) || name.size() == written.size() + 1) return;
  const std::string_view prefix = names.prefix().empty() ? written : names.prefix();
  const RightName right = names.right(name.substr(written.size() + 1));
  const std::string whole = right.name.empty() ? std::string() : fmt::format("{}.{}", prefix, right.name);
  if (whole == name) return;
  const bool only_prefix = right.because == RightName::as_written;
  Diagnostic& found =
      only_prefix
          ? report.add(item.stretch(0, written.size()),
                       fmt::format("an AWS SDK integration raises errors of `{}` with the prefix `{}.`, "
                                   "not `{}.`",
                                   resource.service, prefix, written))
          : report.add(item.place(), message(name, right, whole));
  if (!whole.empty())
    found.offer_unsafe(fmt::format("name it `{}`", whole), replace_text(item.stretch(0, name.size()), whole));
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (resource.kind != asl::ResourceKind::aws_sdk) return;
  // A program that calls back may answer with any name, but hardly with one of the service in another
  // spelling.
  const bool callback = resource.calls_back();
  if (!callback && !only_service_errors(resource)) return;
  for (const asl::Handler& handler : asl::all_handlers(state))
    for (Value item : handler.names) {
      const auto name = item.literal();
      if (!name || name->find('*') != std::string_view::npos) continue;
      if (callback && (!name->ends_with("Exception") || prefix_of(*name).empty())) continue;
      check_name(item, *name, resource, report);
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
    {"a misspelled error of the action",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "End": true,
         "Retry": [{"ErrorEquals": [«"Ecs.ClusterNotFundException"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "End": true,
         "Retry": [{"ErrorEquals": ["Ecs.ClusterNotFoundException"]}]})"},
    {"the optimized integration's name on a call of the AWS SDK",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "End": true,
         "Retry": [{"ErrorEquals": ["«ECS».ClientException"]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "End": true,
         "Retry": [{"ErrorEquals": ["Ecs.ClientException"]}]})"},
    {"no prefix",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "End": true,
         "Retry": [{"ErrorEquals": [«"ServerException"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "End": true,
         "Retry": [{"ErrorEquals": ["Ecs.ServerException"]}]})"},
    {"each error as it is raised, also those that no API declares",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeExecution", "End": true,
         "Retry": [{"ErrorEquals": ["Sfn.ExecutionDoesNotExistException", "Sfn.ThrottlingException", "Sfn.SfnException", "States.Timeout", "Custom.Name"]}]})"},
    {"a callback, whose program may answer with names of its own",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:runTask.waitForTaskToken", "End": true,
         "Retry": [{"ErrorEquals": ["«ECS».ServerException", "ServerException", "ECS.Mine"]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:runTask.waitForTaskToken", "End": true,
         "Retry": [{"ErrorEquals": ["Ecs.ServerException", "ServerException", "ECS.Mine"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/sdk-error-name",
    .severity = Severity::warning,
    .summary = "an error name that an AWS SDK integration never raises",
    .why =
        "An error of an AWS SDK integration carries the name of a class of the AWS SDK for Java, even where "
        "the page of the API names it otherwise: S3's `BucketAlreadyExists` arrives as "
        "`S3.BucketAlreadyExistsException`, RDS's `DBInstanceNotFoundFault` as "
        "`Rds.DbInstanceNotFoundException`. Error names are case-sensitive, so the handler never matches.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::errors::sdk_error_name
