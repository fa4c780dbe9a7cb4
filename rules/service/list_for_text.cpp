// Recorded from AWS: "The value for the field 'Value' must be a STRING".
#include <fmt/core.h>

#include "lint/asl/expression.h"
#include "lint/json/string.h"
#include "rules/free_form.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::list_for_text {

using namespace schemas;

namespace {

using asl::intrinsic::Argument;
using schemas::Type;

// Elsewhere Step Functions may write a list out as JSON: the body of a message, a payload.
bool takes_no_list(const Call& call, Value value) {
  return call.resource.service == "ecs" || call.resource.service == "batch" || !free_form(*call.state, value);
}

std::string message(std::string_view path, std::string_view what) {
  return fmt::format(
      "`{}` returns a list, even for one item, but {} must be a string; use `States.ArrayGetItem` to get one "
      "item",
      path, what);
}

std::string first_item(std::string_view path) { return fmt::format("States.ArrayGetItem({}, 0)", path); }

void check_path(Value value, std::string_view name, Report& report) {
  const auto text = value.literal();
  if (!text || !asl::path::begins_as_path(*text)) return;
  const auto parsed = asl::path::parse(*text);
  if (!parsed || parsed.outer_blank || !asl::path::always_list(parsed.path)) return;
  report.add(value.place(), message(*text, fmt::format("`{}`", name)))
      .offer_unsafe("take the first item", set_value(value, sfn::json::quote(first_item(*text))));
}

// The items of `"Command.$": "States.Array(...)"`.
void check_items(Value value, std::string_view name, Report& report) {
  const auto text = value.literal();
  if (!text) return;
  const auto parsed = asl::intrinsic::parse(*text);
  if (!parsed || parsed.call->name != "States.Array") return;
  for (const Argument& argument : parsed.call->arguments) {
    if (!argument.path || !asl::path::always_list(*argument.path)) continue;
    const Place place = value.stretch(argument.span.begin, argument.span.end);
    report.add(place, message(argument.written, fmt::format("an item of `{}`", name)))
        .offer_unsafe("take the first item", replace_text(place, first_item(argument.written)));
  }
}

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void member(const asl::Parameter& parameter, schemas::Member member) override {
    if (!parameter.dynamic || !takes_no_list(call_, parameter.value)) return;
    const schemas::Shape shape = member.shape();
    if (shape.type() == Type::string) check_path(parameter.value, parameter.name, report_);
    if (shape.type() == Type::list && shape.item().type() == Type::string)
      check_items(parameter.value, parameter.name, report_);
  }

 private:
  const Call& call_;
  Report& report_;
};

void check(const asl::State& state, Report& report) {
  if (state.jsonata()) return;  // there one match is no list
  if (const auto call = find_call(state)) {
    Check visitor(*call, report);
    visit(*call, visitor);
  }
}

constexpr Example examples[] = {
    {"a filter for an environment variable",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "STAGE", "Value.$": «"$.tags[?(@.Key=='stage')].Value"»}]}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app",
  "Environment": [{"Name": "STAGE", "Value.$": "States.ArrayGetItem($.tags[?(@.Key=='stage')].Value, 0)"}]}]}}, "End": true})json"},
    {"a wildcard as an item of a command",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob",
 "Parameters": {"JobName": "j", "JobQueue": "q", "JobDefinition": "d", "ContainerOverrides":
   {"Command.$": "States.Array('run', «$.rows[*].id»)"}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob",
 "Parameters": {"JobName": "j", "JobQueue": "q", "JobDefinition": "d", "ContainerOverrides":
   {"Command.$": "States.Array('run', States.ArrayGetItem($.rows[*].id, 0))"}}, "End": true})json"},
    {"an ARN",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
 "Parameters": {"TopicArn.$": «"$..topic"», "Message": "m"}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
 "Parameters": {"TopicArn.$": "States.ArrayGetItem($..topic, 0)", "Message": "m"}, "End": true})json"},
    {"a list as the body of a message, and as a list",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
 "Parameters": {"QueueUrl": "q", "MessageBody.$": "$.rows[*].id"}, "End": true})json"},
    {"one item, and a whole list",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "$.rows[*].id",
  "Environment": [{"Name": "A", "Value.$": "$.rows[0].id"}, {"Name": "B", "Value.$": "$.rows[(@.length-1)]"}]}]}}, "End": true})json"},
};

constexpr std::string_view spoken_of[] = {"ecs/environment-value-not-string"};

}  // namespace

extern const Rule rule{
    .id = "service/list-for-text",
    .severity = Severity::error,
    .summary = "a path that returns a list for a parameter that must be a string",
    .why =
        "A path with a filter, a wildcard, `..` or a slice returns a list, even for one match. The state "
        "fails when it runs: `The value for the field 'Value' must be a STRING`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html",
    .examples = examples,
    .yields_to = spoken_of,
    .state = check,
};

}  // namespace sfn::rules::service::list_for_text
