// Reported often: aws/aws-cdk#17890, #11605. A warning: the text is accepted and sent as it is.
#include <fmt/core.h>

#include "lint/asl/expression_templated.h"
#include "lint/asl/expression_text.h"
#include "lint/asl/path/embedded.h"
#include "lint/json/string.h"
#include "rules/path/shared/parts.h"
#include "rules/path/shared/templates.h"

namespace sfn::rules::path::path_inside_text {

namespace {

using asl::Expression;
using asl::intrinsic::Argument;
using asl::intrinsic::Call;
using asl::path::embedded;

std::string message(std::string_view text, Span path) {
  return fmt::format(
      "`{}` is sent as text, because it is inside a longer text; use `States.Format` to insert the value "
      "that it selects",
      text.substr(path.begin, path.end - path.begin));
}

// The key under which the text is evaluated: `Value.$`, `CausePath`; empty if there is none, or it is taken.
std::string right_key(const Expression& expression) {
  const Value value = expression.value;
  std::string key = fmt::format("{}{}", value.name(), suffix);
  if (!template_field(expression.construct, top(expression))) {
    key = fmt::format("{}Path", value.name());
    const asl::Field* field = asl::find_field(expression.construct.kind, key);
    if (!field || field->content != asl::Content::text_path) return {};
  }
  return value == top(expression) && key.ends_with(suffix) ? std::string()
         : value.parent().has(key)                         ? std::string()
                                                           : key;
}

// That a path is meant, and where it ends, is a guess: the fix is never safe.
void fix_member(const Expression& expression, const std::vector<Span>& paths, Diagnostic& found) {
  const std::string key = right_key(expression);
  if (key.empty() || expression.value.templated()) return;
  const std::string call = asl::path::format_call(expression.value.text(), paths);
  found.offer("use `States.Format`", Safety::unsafe,
              {rename_key(expression.value, key), set_value(expression.value, sfn::json::quote(call))});
}

void fix_item(const Expression& expression, Diagnostic& found) {
  const Value array = expression.value.parent();
  const std::string key = fmt::format("{}{}", array.name(), suffix);
  if (array == top(expression) || !array.parent().is_object() || array.parent().has(key)) return;
  if (array.name().ends_with(suffix)) return;
  if (const auto call = asl::array_call(array))
    found.offer("use `States.Array` and `States.Format`", Safety::unsafe,
                {rename_key(array, key), set_value(array, sfn::json::quote(*call))});
}

void check_text(const Expression& expression, Report& report) {
  const Value value = expression.value;
  const auto paths = embedded(value.text());
  if (paths.empty() || takes_paths_as_text(expression)) return;
  if (asl::intrinsic::begins_as_call(value.text())) return;  // path/missing-dollar-suffix
  Diagnostic& found = report.add(value.place(), message(value.text(), paths.front()));
  if (value.parent().is_array()) fix_item(expression, found);
  else fix_member(expression, paths, found);
}

// `States.Array('--from=$.source')`: a text in a call is no better.
void check_argument(const Expression& expression, const Argument& argument, Report& report) {
  if (argument.kind != Argument::Kind::text) return;
  const auto paths = embedded(argument.written);
  if (paths.empty()) return;
  const Span inside = argument.inside();
  report.add(expression.at(inside.begin + paths.front().begin, inside.begin + paths.front().end),
             message(argument.written, paths.front()));
}

// `"a.$": "$.b/$.c"`, which is read as one path with a name `b/$`.
void check_two(const Expression& expression, Report& report) {
  const Value value = expression.value;
  const std::string_view text = value.text();
  if (!expression.dollar_key() || text.find('$') == text.rfind('$')) return;
  const auto paths = embedded(text);
  if (paths.size() < 2) return;
  Diagnostic& found = report.add(
      value.place(),
      "these two paths are read as a single path, which finds nothing; use `States.Format` to join them");
  if (!value.templated())
    found.offer_unsafe("use `States.Format`",
                       set_value(value, sfn::json::quote(asl::path::format_call(text, paths))));
}

void check(const Expression& expression, Report& report) {
  if (sound_path(expression)) return check_two(expression, report);
  if (expression.is(asl::ExpressionKind::text)) return check_text(expression, report);
  if (const Call* root = sound_call(expression))
    asl::intrinsic::each_call(*root, [&](const Call& call, uint32_t) {
      for (const Argument& argument : call.arguments) check_argument(expression, argument, report);
    });
}

// Beside what a template fills in. The fix is left to people: a placeholder may hold anything.
void check_templated(const asl::Machine& machine, Report& report) {
  for (const Expression& expression : machine.derive<asl::TemplatedExpressions>().all())
    if (!expression.construct.jsonata()) check(expression, report);
}

constexpr Example examples[] = {
    {"two paths in a URL",
     R"json({"Type": "Pass", "Parameters": {"source": «"s3://$.bucket/$.key"»}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"source.$": "States.Format('s3://{}/{}', $.bucket, $.key)"}, "End": true})json"},
    {"the context object in the item of an array",
     R"json({"Type": "Pass", "Parameters": {"command": ["load", «"--run=$$.Execution.Name"»]}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"command.$": "States.Array('load', States.Format('--run={}', $$.Execution.Name))"}, "End": true})json"},
    {"two paths, with the suffix and without",
     R"json({"Type": "Pass", "Parameters": {"a.$": «"$.b/$.c"», "d": «"$.b/$.c"»}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}/{}', $.b, $.c)", "d.$": "States.Format('{}/{}', $.b, $.c)"}, "End": true})json"},
    {"in a field that is text", R"json({"Type": "Fail", "Cause": «"order $.id is gone"»})json",
     R"json({"Type": "Fail", "CausePath": "States.Format('order {} is gone', $.id)"})json"},
    {"in a text of a call",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array('--from=«$.source»', $.b)"}, "End": true})json"},
    {"next to a template placeholder",
     R"json({"Type": "Pass", "Parameters": {"a": «"s3://${Bucket}/$.key"»}, "End": true})json"},
    {"a path as the whole text: path/missing-dollar-suffix",
     R"json({"Type": "Pass", "Parameters": {"a": "$.b"}, "End": true})json"},
    {"a call as the whole text: path/missing-dollar-suffix",
     R"json({"Type": "Pass", "Parameters": {"a": "States.Format('{} is it', $.b)"}, "End": true})json"},
    {"shell, SQL, a price, and what templates of other services hold",
     R"json({"Type": "Pass", "Parameters": {"a": "echo $HOME $$ $1.50", "b": "json_extract(row, '$.id')", "c": "<$.id>", "d": "{$.id}", "InputTransformer": {"InputTemplate": "x $.id"}, "expression": "$.a + $.b"}, "End": true})json"},
    {"a literal result", R"json({"Type": "Pass", "Result": {"a": "s3://$.b"}, "End": true})json"},
    {"JSONata and a placeholder",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "s3://${bucket}/$.a/$.b"}, "End": true})json"},
};

constexpr std::string_view spoken_of[] = {"ecs/token-inside-string", "ecs/token-in-command-array",
                                          "ecs/token-literal", "service/callback-token-missing"};

}  // namespace

extern const Rule rule{
    .id = "path/path-inside-text",
    .severity = Severity::warning,
    .summary = "a path inside a longer text",
    .why =
        "A path is evaluated only if it is the whole value of a key that ends in `.$`. Inside a longer text "
        "it stays text, and the service receives `s3://$.bucket/$.key`. `States.Format` inserts values into "
        "a text.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .yields_to = spoken_of,
    .about = {.languages = asl::QueryLanguage::jsonpath},
    .machine = check_templated,
    .expression = check,
};

}  // namespace sfn::rules::path::path_inside_text
