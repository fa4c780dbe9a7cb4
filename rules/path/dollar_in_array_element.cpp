#include <fmt/core.h>

#include "lint/asl/expression_text.h"
#include "lint/asl/path/embedded.h"
#include "lint/asl/recognise.h"
#include "lint/json/string.h"
#include "rules/path/shared/parts.h"
#include "rules/path/shared/templates.h"
#include "schemas/call/free_form.h"

namespace sfn::rules::path::dollar_in_array_element {

namespace {

using asl::Expression;

// `--from=$.source`: what it means is a guess (path/path-inside-text).
bool holds_longer_text(Value array) {
  for (const Value item : array)
    if (!asl::path::embedded(item.text()).empty()) return true;
  return false;
}

// Below a key that ends in `.$` the array itself is the fault: path/dollar-key-nonstring.
bool below_dollar_key(Value array) {
  while (array.parent().is_array()) array = array.parent();
  return array.name().ends_with(suffix);
}

void fix(const Expression& expression, Diagnostic& found) {
  const Value array = expression.value.parent();
  const std::string key = fmt::format("{}{}", array.name(), suffix);
  if (array == top(expression) || !array.parent().is_object() || array.parent().has(key)) return;
  const auto call = asl::array_call(array);
  const asl::State* state = expression.state();
  const bool safe = state && !schemas::free_form(*state, expression.value) && !holds_longer_text(array);
  if (call)
    found.offer(fmt::format("write `\"{}\": \"States.Array(...)\"`", key),
                safe ? Safety::safe : Safety::unsafe,
                {rename_key(array, key), set_value(array, sfn::json::quote(*call))});
}

void check(const Expression& expression, Report& report) {
  const Value value = expression.value;
  if (!expression.is(asl::ExpressionKind::text) || expression.construct.jsonata()) return;
  if (!value.parent().is_array() || !asl::looks_evaluated(value.text()) || takes_paths_as_text(expression))
    return;
  if (below_dollar_key(value.parent())) return;
  Diagnostic& found = report.add(
      value.place(),
      fmt::format(
          "`{}` is passed on as text, because items of an array are not evaluated; build the array with "
          "`States.Array`",
          value.text()));
  fix(expression, found);
}

constexpr Example examples[] = {
    {"a path among texts",
     R"json({"Type": "Pass", "Parameters": {"Command": ["--id", «"$.id"»]}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"Command.$": "States.Array('--id', $.id)"}, "End": true})json"},
    {"items of other types, and an apostrophe",
     R"json({"Type": "Pass", "Parameters": {"a": ["it's", 5, true, «"$$.Execution.Id"»]}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array('it\\'s', 5, true, $$.Execution.Id)"}, "End": true})json"},
    {"next to an object",
     R"json({"Type": "Pass", "Parameters": {"a": [{"b": 1}, «"$.id"»]}, "End": true})json"},
    {"below a key with the suffix: path/dollar-key-nonstring",
     R"json({"Type": "Pass", "Parameters": {"Command.$": ["$.id"]}, "End": true})json"},
    {"next to a longer text",
     R"json({"Type": "Pass", "Parameters": {"a": [«"$.id"», "--to=$.to"]}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array($.id, States.Format('--to={}', $.to))"}, "End": true})json"},
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
        "Items of an array have no key that could end in `.$`, so they are never evaluated: the service "
        "receives the text `$.id`. `States.Array`, under a key that ends in `.$`, builds such an array.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .yields_to = spoken_of,
    .about = {.expressions = asl::ExpressionKind::text, .languages = asl::QueryLanguage::jsonpath},
    .expression = check,
};

}  // namespace sfn::rules::path::dollar_in_array_element
