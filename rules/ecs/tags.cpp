// The form of a map: service/parameter-type.
#include <fmt/core.h>

#include <unordered_set>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "lint/text.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::tags {

using namespace schemas::ecs;

namespace {

bool is_reserved(std::string_view text) { return equal_without_case(text.substr(0, 4), "aws:"); }

void check_text(Value value, std::string_view what, size_t limit, Report& report) {
  const auto text = value.literal();
  if (!text) return;
  if (count_code_points(*text) > limit)
    report.add(value.place(), fmt::format("this tag {} has {} characters; at most {} are allowed", what,
                                          count_code_points(*text), limit));
}

void check_tag(const RunTask& task, Value item, std::unordered_set<std::string_view>& seen, Report& report) {
  const Value key = task.literal(item, "Key");
  check_text(key, "key", 128, report);
  check_text(task.literal(item, "Value"), "value", 256, report);
  const auto text = key.literal();
  if (!text) return;
  if (text->empty()) report.add(key.place(), "this tag key is empty");
  if (is_reserved(*text))
    report.add(key.place(), "the tag key begins with `aws:`, a prefix that is reserved for AWS");
  if (!seen.insert(*text).second) report.add(key.place(), fmt::format("tag `{}` is set twice", *text));
}

void check(const RunTask& task, Report& report) {
  const Value list = task.literal("Tags");
  if (list.is_array() && list.child_count() > 50)
    report.add(list.label(), fmt::format("there are {} tags; a task accepts at most 50", list.child_count()));
  std::unordered_set<std::string_view> seen;
  for (Value item : task.items("Tags")) check_tag(task, item, seen, report);
}

constexpr Example examples[] = {
    {"a reserved prefix, and a key twice; in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Tags": [{"Key": «"aws:team"», "Value": "a"},
  {"Key": "day", "Value": "1"}, {"Key": «"day"», "Value": "2"}]}, "End": true})json"},
    {"a list",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Tags": [{"Key": "team", "Value": "web"}]}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/tags",
    .severity = Severity::error,
    .summary = "tags that ECS refuses",
    .why =
        "A task accepts at most 50 tags. Keys have 1 to 128 characters and are unique, values have at "
        "most 256 characters, and neither begins with `aws:`. ECS refuses anything else with "
        "`ECS.InvalidParameterException`, and the state fails when it runs.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html",
    .examples = examples,
    .about = ecs_run_task,
    .state = on_run_task<check>,
};

}  // namespace sfn::rules::ecs::tags
