// A warning, as AWS's own validator gives (NO_DOLLAR): the text is accepted.
#include <fmt/core.h>

#include "lint/asl/recognise.h"
#include "lint/json/string.h"
#include "rules/path/shared/parts.h"
#include "rules/path/shared/templates.h"
#include "schemas/call/free_form.h"

namespace sfn::rules::path::missing_dollar_suffix {

namespace {

using asl::Expression;

Safety safety(const Expression& expression) {
  const asl::State* state = expression.state();
  return state && !schemas::free_form(*state, expression.value) ? Safety::safe : Safety::unsafe;
}

// `"genre": {"$": "$.genre"}`, as some write it: `genre.$` is meant.
bool dollar_object(Value value) {
  const Value object = value.parent();
  return value.name() == "$" && !object.name().empty() && object.child_count() == 1;
}

void report_dollar_object(const Expression& expression, Report& report) {
  const Value value = expression.value, object = value.parent();
  const std::string key = fmt::format("{}{}", object.name(), suffix);
  Diagnostic& found = report.add(
      value.place(), fmt::format("`{}` is passed on as text; to send what it names, write `\"{}\": \"{}\"`",
                                 value.text(), key, value.text()));
  if (!object.parent().has(key) && !(object == top(expression)) && asl::can_be_evaluated(value.text()))
    found.offer(fmt::format("write `{}`", key), safety(expression),
                {rename_key(object, key), set_value(object, sfn::json::quote(value.text()))});
}

// The key that makes `text` a path: `Value.$` in a template, `CausePath` beside `Cause`; empty if there is
// none.
std::string right_key(const Expression& expression) {
  const std::string_view name = expression.value.name();
  if (template_field(expression.construct, top(expression))) return fmt::format("{}{}", name, suffix);
  for (const std::string_view ending : {std::string_view("Path"), suffix}) {
    std::string key = fmt::format("{}{}", name, ending);
    if (expression.field->content == asl::Content::text && asl::find_field(expression.construct.kind, key))
      return key;
  }
  return {};
}

// `"Parameters": "$.a"`: only keys inside of it can end in `.$`.
void report_whole(Value value, Report& report) {
  report.add(value.place(),
             fmt::format("`{}` is passed on as text, because `{}` evaluates only values whose keys end in "
                         "`.$`",
                         value.text(), value.name()));
}

void check(const Expression& expression, Report& report) {
  const Value value = expression.value;
  if (!expression.is(asl::ExpressionKind::text) || expression.construct.jsonata()) return;
  if (value.parent().is_array() || !asl::looks_evaluated(value.text())) return;
  if (takes_paths_as_text(expression)) return;
  if (value == top(expression) && template_field(expression.construct, value))
    return report_whole(value, report);
  if (dollar_object(value)) return report_dollar_object(expression, report);
  const std::string key = right_key(expression);
  if (key.empty()) return;
  Diagnostic& found =
      report.add(value.place(),
                 fmt::format("`{}` is passed on as text; use the key `{}` to pass the value that it selects",
                             value.text(), key));
  if (!value.parent().has(key) && asl::can_be_evaluated(value.text()))
    found.offer(fmt::format("rename to `{}`", key), safety(expression), {rename_key(value, key)});
}

constexpr Example examples[] = {
    {"a path", R"json({"Type": "Pass", "Parameters": {"id": «"$.id"»}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"id.$": "$.id"}, "End": true})json"},
    {"a field of the context object, deep in an array",
     R"json({"Type": "Pass", "Parameters": {"list": [{"at": «"$$.Execution.StartTime"»}]}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"list": [{"at.$": "$$.Execution.StartTime"}]}, "End": true})json"},
    {"a call",
     R"json({"Type": "Pass", "Parameters": {"text": «"States.Format('{}', $.id)"»}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"text.$": "States.Format('{}', $.id)"}, "End": true})json"},
    {"the dollar as a key",
     R"json({"Type": "Pass", "Parameters": {"genre": {"$": «"$.genre"»}}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"genre.$": "$.genre"}, "End": true})json"},
    {"for all of a template", R"json({"Type": "Pass", "Parameters": «"$.a"», "End": true})json"},
    {"in a field that is text", R"json({"Type": "Fail", "Cause": «"$.error.Cause"»})json",
     R"json({"Type": "Fail", "CausePath": "$.error.Cause"})json"},
    {"with the suffix", R"json({"Type": "Pass", "Parameters": {"id.$": "$.id"}, "End": true})json"},
    {"a price, a regular expression, a shell variable and a sentence",
     R"json({"Type": "Pass", "Parameters": {"a": "$5", "b": "$.50", "c": "^[a-z]+$", "d": "$HOME", "e": "$.id is the id"}, "End": true})json"},
    {"a member of an API that takes paths",
     R"json({"Type": "Pass", "Parameters": {"Target": {"InputPath": "$.detail"}}, "End": true})json"},
    {"a literal result", R"json({"Type": "Pass", "Result": {"a": "$.b"}, "End": true})json"},
};

constexpr std::string_view spoken_of[] = {
    "ecs/environment-value-unresolved", "ecs/token-inside-string",       "ecs/token-literal",
    "service/callback-token-missing",   "service/parameters-not-object", "service/path-as-text"};

}  // namespace

extern const Rule rule{
    .id = "path/missing-dollar-suffix",
    .severity = Severity::warning,
    .summary = "a path or a call under a key that does not end in `.$`",
    .why =
        "Paths and intrinsic functions are evaluated only under a key that ends in `.$`. Under any other "
        "key the text itself is passed on: the service receives `$.id` where it expects an ID. Step "
        "Functions accepts the definition.",
    .see = "https://states-language.net/spec.html#payload-template",
    .examples = examples,
    .yields_to = spoken_of,
    .about = {.expressions = asl::ExpressionKind::text, .languages = asl::QueryLanguage::jsonpath},
    .expression = check,
};

}  // namespace sfn::rules::path::missing_dollar_suffix
