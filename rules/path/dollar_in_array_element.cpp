// Catalogue ASL311.
#include <fmt/core.h>

#include "lint/json/string.h"
#include "rules/path/shared/parts.h"
#include "rules/path/shared/templates.h"

namespace sfn::rules::path::dollar_in_array_element {

namespace {

using asl::Expression;
using asl::path::begins_as_path;

// An item as an argument of States.Array; empty for what cannot be one.
std::string argument(Value item) {
  if (item.is_number() || item.is_boolean() || item.is_null()) return std::string(item.text());
  const auto text = item.literal();
  if (!text) return {};
  return looks_evaluated(*text) ? std::string(*text) : quoted_argument(*text);
}

// The array as a call; empty where an item cannot be an argument.
std::string as_call(Value array) {
  std::string call;
  for (const Value item : array) {
    const std::string one = argument(item);
    if (one.empty()) return {};
    call += (call.empty() ? "States.Array(" : ", ") + one;
  }
  call += ")";
  const auto parsed = asl::intrinsic::parse(call);
  return parsed && asl::intrinsic::needs_brackets(*parsed.call).empty() ? call : std::string();
}

void mend(const Expression& expression, Diagnostic& found) {
  const Value array = expression.value.parent();
  const std::string key = fmt::format("{}{}", array.name(), suffix);
  if (array == top(expression) || !array.parent().is_object() || array.parent().has(key)) return;
  const std::string call = as_call(array);
  if (!call.empty())
    found.mend(fmt::format("write `\"{}\": \"States.Array(...)\"`", key), Safety::safe,
               {rename_key(array, key), set_value(array, sfn::json::quote(call))});
}

void check(const Expression& expression, Report& report) {
  const Value value = expression.value;
  if (!expression.is(asl::ExpressionKind::text) || expression.construct.jsonata()) return;
  if (!value.parent().is_array() || !looks_evaluated(value.text()) || takes_paths_as_text(expression)) return;
  Diagnostic& found = report.add(
      value.place(),
      fmt::format(
          "`{}` in an array is passed on as text; an array of what paths name is made by `States.Array`",
          value.text()));
  mend(expression, found);
}

constexpr Example examples[] = {
    {"a path among texts",
     R"json({"Type": "Pass", "Parameters": {"Command": ["--id", «"$.id"»]}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"Command.$": "States.Array('--id', $.id)"}, "End": true})json"},
    {"items of other types, and an apostrophe",
     R"json({"Type": "Pass", "Parameters": {"a": ["it's", 5, true, «"$$.Execution.Id"»]}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array('it\\'s', 5, true, $$.Execution.Id)"}, "End": true})json"},
    {"beside an object",
     R"json({"Type": "Pass", "Parameters": {"a": [{"b": 1}, «"$.id"»]}, "End": true})json"},
    {"texts", R"json({"Type": "Pass", "Parameters": {"Command": ["echo", "$HOME", "$5"]}, "End": true})json"},
    {"a path in an object in an array",
     R"json({"Type": "Pass", "Parameters": {"a": [{"id.$": "$.id"}]}, "End": true})json"},
};

constexpr std::string_view spoken_of[] = {"ecs/command-path-in-array", "ecs/token-in-command-array",
                                          "service/callback-token-missing"};

}  // namespace

extern const Rule rule{
    .id = "path/dollar-in-array-element",
    .severity = Severity::warning,
    .summary = "a path or a call as an item of an array",
    .why =
        "Items of an array have no key that could end in `.$`, so nothing in them is evaluated: the service "
        "gets the text `$.id`. `States.Array`, under a key that ends in `.$`, makes such an array.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .yields_to = spoken_of,
    .expression = check,
};

}  // namespace sfn::rules::path::dollar_in_array_element
