#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/asl/resource.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::unknown_partition {

using namespace schemas;

namespace {

constexpr std::string_view common[] = {"aws", "aws-cn", "aws-us-gov"};

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  const std::string_view partition = resource.partition;
  if (resource.kind == asl::ResourceKind::unknown || is_partition(partition)) return;
  if (partition.find("${") != std::string_view::npos || partition.starts_with("#{") ||
      asl::may_hold_blank(partition))
    return;
  const auto meant = nearest(partition, common);
  const Place at = partition.empty() ? resource.value.place() : place_of(resource, partition);
  report.add(at, meant ? fmt::format("`{}` is not an AWS partition; did you mean `{}`?", partition, *meant)
                       : fmt::format("`{}` is not an AWS partition; use `aws`, `aws-cn` or `aws-us-gov`",
                                     partition));
}

constexpr Example examples[] = {
    {"a hyphen is missing",
     R"({"Type": "Task", "Resource": "arn:«awscn»:states:::sns:publish", "End": true})"},
    {"China", R"({"Type": "Task", "Resource": "arn:aws-cn:states:::sns:publish", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unknown-partition",
    .severity = Severity::error,
    .summary = "a `Resource` with a partition that does not exist",
    .why =
        "The second part of an ARN is the partition: `aws`, `aws-cn` in China, `aws-us-gov` in the "
        "GovCloud regions. Step Functions refuses a Resource with another when the definition is deployed.",
    .see = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::unknown_partition
