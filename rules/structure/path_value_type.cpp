// AWS converts digits in a text to a number, so only a text that is known not to be digits is a fault.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "schemas/results.h"

namespace sfn::rules::structure::path_value_type {

namespace {

namespace kind = asl::intrinsic;
using asl::types::Type;
using asl::types::Types;

enum class Wanted : uint8_t { nothing, number, timestamp, array, array_or_object };

bool in_distributed(const asl::State& map) {
  return std::any_of(map.inner.begin(), map.inner.end(),
                     [](const asl::Scope* scope) { return scope->distributed(); });
}

Wanted wanted(const asl::Expression& expression) {
  constexpr std::string_view numbers[] = {"SecondsPath",
                                          "TimeoutSecondsPath",
                                          "HeartbeatSecondsPath",
                                          "MaxConcurrencyPath",
                                          "MaxItemsPath",
                                          "MaxItemsPerBatchPath",
                                          "MaxInputBytesPerBatchPath",
                                          "ToleratedFailureCountPath",
                                          "ToleratedFailurePercentagePath"};
  const std::string_view field = expression.field->name;
  if (field == "TimestampPath") return Wanted::timestamp;
  if (field == "ItemsPath")
    return in_distributed(*expression.state()) ? Wanted::array_or_object : Wanted::array;
  return std::find(std::begin(numbers), std::end(numbers), field) == std::end(numbers) ? Wanted::nothing
                                                                                       : Wanted::number;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.+- \t") == std::string_view::npos;
}

bool fits(const Types& types, Type type, Wanted wanted) {
  switch (wanted) {
    case Wanted::number: {
      const Value text = types.literal(type);
      if (text && text.is_string()) return is_digits(text.text());
      return types.can_be(type, kind::number | kind::string);
    }
    case Wanted::timestamp:
      return types.can_be(type, kind::string);
    case Wanted::array:
      return types.can_be(type, kind::array);
    case Wanted::array_or_object:
      return types.can_be(type, kind::array | kind::object);
    case Wanted::nothing:
      break;
  }
  return true;
}

std::string_view describe(Wanted wanted) {
  switch (wanted) {
    case Wanted::number:
      return "a number";
    case Wanted::timestamp:
      return "a timestamp";
    case Wanted::array:
      return "an array";
    default:
      return "an array or an object";
  }
}

std::string found_value(const Types& types, Type type) {
  const Value node = types.literal(type);
  if (node && node.is_string() && node.text().size() <= 40)
    return fmt::format("the string `{}`", node.text());
  return asl::types::describe(types, type);
}

void check(const asl::Expression& expression, Report& report) {
  const Wanted needed = expression.state() && expression.path_field() ? wanted(expression) : Wanted::nothing;
  if (needed == Wanted::nothing) return;
  const asl::Machine& machine = expression.state()->machine();
  const auto& flow = machine.derive<schemas::DataFlow>();
  const auto type = flow.value(expression.value);
  if (!type || fits(flow.types(), *type, needed)) return;
  Diagnostic& found =
      report.add(expression.value.place(),
                 fmt::format("`{}` must lead to {}, but `{}` is {}", expression.field->name, describe(needed),
                             expression.value.text(), found_value(flow.types(), *type)));
  asl::types::note_maker(machine, flow.types(), *type, found);
}

constexpr Example examples[] = {
    {"seconds with a unit",
     R"json({"StartAt": "Set", "States": {"Set": {"Type": "Pass", "Result": {"delay": "30s"}, "Next": "Wait"},
 "Wait": {"Type": "Wait", "SecondsPath": «"$.delay"», "End": true}}})json"},
    {"an object in place of a list",
     R"json({"StartAt": "Set", "States": {"Set": {"Type": "Pass", "Parameters": {"jobs": {"first.$": "$.job"}}, "Next": "Each"},
 "Each": {"Type": "Map", "ItemsPath": «"$.jobs"», "End": true, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}}}})json"},
    {"the whole answer of a service",
     R"json({"StartAt": "List", "States": {"List": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:listTasks", "Parameters": {}, "Next": "Each"},
 "Each": {"Type": "Map", "ItemsPath": «"$"», "End": true, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}}}})json"},
    {"a number, digits, and a list that the service returns",
     R"json({"StartAt": "Set", "States": {"Set": {"Type": "Pass", "Result": {"delay": "30", "n": 5}, "ResultPath": "$.set", "Next": "Wait"},
 "Wait": {"Type": "Wait", "SecondsPath": "$.set.delay", "Next": "List"},
 "List": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:listTasks", "Parameters": {}, "ResultPath": "$.list", "Next": "Each"},
 "Each": {"Type": "Map", "ItemsPath": "$.list.TaskArns", "MaxConcurrencyPath": "$.set.n", "End": true,
  "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}}}})json"},
};

constexpr std::string_view yields[] = {"path/not-in-input"};

}  // namespace

extern const Rule rule{
    .id = "structure/path-value-type",
    .severity = Severity::warning,
    .summary = "a path to a value of a type that its field cannot take",
    .why =
        "The state fails when it runs, with `States.Runtime`: `The SecondsPath parameter cannot be parsed as "
        "a "
        "long value`, or `Reference path must point to array`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html",
    .examples = examples,
    .yields_to = yields,
    .about = {.expressions = asl::ExpressionKind::path},
    .expression = check,
};

}  // namespace sfn::rules::structure::path_value_type
