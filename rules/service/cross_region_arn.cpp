#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::rules::service::cross_region_arn {

namespace {

struct Found {
  Value value;
  size_t begin = 0, end = 0;
  std::string_view region;
};

// The region of an ARN: its fourth part. Not begun where there is none.
Found region_of(Value value) {
  const auto text = value.literal();
  if (!text || !text->starts_with("arn:aws")) return {};
  size_t begin = 0;
  for (int colon = 0; colon < 3; ++colon) {
    begin = text->find(':', begin);
    if (begin == std::string_view::npos) return {};
    ++begin;
  }
  const size_t end = text->find(':', begin);
  if (end == std::string_view::npos || end == begin) return {};
  const std::string_view region = text->substr(begin, end - begin);
  const bool plain =
      region.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
  return plain ? Found{value, begin, end, region} : Found{};
}

// Walks the members; tells the first ARN of another region than the first one found.
bool tell_second(Value value, Found& first, Report& report) {
  for (Value child : value) {
    const Found found = region_of(child);
    if (found.value && !first.value) first = found;
    if (found.value && found.region != first.region) {
      report
          .add(child.stretch(found.begin, found.end),
               fmt::format("region `{}` differs from `{}`, which the same task uses", found.region,
                           first.region))
          .note("the other region is here", first.value.stretch(first.begin, first.end));
      return true;
    }
    if (tell_second(child, first, report)) return true;
  }
  return false;
}

void check(const asl::State& state, Report& report) {
  // Calls of the AWS SDK that copy something between regions name both on purpose.
  if (!state.is(asl::StateType::task) || asl::resource(state).kind != asl::ResourceKind::integration) return;
  Found first;
  tell_second(state.arguments(), first, report);
}

constexpr Example examples[] = {
    {"two regions",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters": {
           "Cluster": "arn:aws:ecs:eu-west-1:111122223333:cluster/c",
           "TaskDefinition": "arn:aws:ecs:«us-east-1»:111122223333:task-definition/t:1"}})"},
    {"one region",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters": {
           "Cluster": "arn:aws:ecs:eu-west-1:111122223333:cluster/c",
           "TaskDefinition": "arn:aws:ecs:eu-west-1:111122223333:task-definition/t:1"}})"},
    {"an ARN without a region",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters": {
           "Cluster": "arn:aws:ecs:eu-west-1:111122223333:cluster/c", "TaskDefinition": "t",
           "Overrides": {"TaskRoleArn": "arn:aws:iam::111122223333:role/r"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/cross-region-arn",
    .severity = Severity::warning,
    .summary = "a task whose parameters name two regions",
    .why =
        "Step Functions calls services in its own region, and the resources of one call must be in one "
        "region: a task cannot run in a cluster of another. One of the ARNs was probably copied from "
        "another deployment.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::cross_region_arn
