#include <fmt/core.h>

#include <unordered_set>

#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "schemas/arn.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::awsvpc_id_format {

using namespace schemas;
using namespace schemas::ecs;

namespace {

// `subnet-` and then 8 to 17 hexadecimal digits.
bool is_id(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return text.size() >= 8 && text.size() <= 17 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

// `subnet_1` of a sample, or `subnet-xxxx`, is a blank to fill in.
bool is_to_fill_in(std::string_view text, std::string_view prefix) {
  if (asl::may_hold_blank(text) || text.empty()) return true;
  const bool id_like = text.starts_with("subnet-") || text.starts_with("sg-") || text.starts_with("arn:") ||
                       text.starts_with("vpc-") || text.find(',') != text.npos;
  return !id_like || (text.starts_with(prefix) && text.find_first_of("0123456789") == text.npos);
}

void check_list(const RunTask& task, Value network, std::string_view name, std::string_view prefix,
                Report& report) {
  const Value list = task.literal(network, name);
  if (!list.is_array()) return;
  std::unordered_set<std::string_view> seen;
  for (Value item : list) {
    const auto text = item.literal();
    if (!text || asl::is_jsonata(item)) continue;
    if (!seen.insert(*text).second)
      report.add(item.place(), fmt::format("`{}` is listed twice in `{}`", *text, name))
          .offer("remove the duplicate", remove(item));
    else if (!is_id(*text, prefix) && !is_to_fill_in(*text, prefix))
      report.add(item.place(),
                 fmt::format("`{}` is not an ID that `{}` accepts; an ID looks like `{}0a1b2c3d`", *text,
                             name, prefix));
  }
}

void check(const RunTask& task, Report& report) {
  const Value network = task.literal(task.literal("NetworkConfiguration"), "AwsvpcConfiguration");
  check_list(task, network, "Subnets", "subnet-", report);
  check_list(task, network, "SecurityGroups", "sg-", report);
}

constexpr Example examples[] = {
    {"a security group among the subnets",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": [«"sg-0a1b2c3d"»]}}}, "End": true})json"},
    {"twice, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d", «"subnet-0a1b2c3d"»]}}}, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})json"},
    {"ids",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "NetworkConfiguration": {"AwsvpcConfiguration":
  {"Subnets": ["subnet-0a1b2c3d"], "SecurityGroups": ["sg-0123456789abcdef0"]}}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/awsvpc-id-format",
    .severity = Severity::warning,
    .summary = "a subnet or security group that is not given by its ID",
    .why =
        "Subnets and security groups are given by their IDs. ECS answers `ECS.InvalidParameterException` "
        "if it cannot find the ID, as with a name, an ARN, or an ID of the other kind.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::awsvpc_id_format
