// Recorded from AWS: "The value for the field 'parsed.$' must be a valid JSONPath or a
// valid intrinsic function call".
#include <fmt/core.h>

#include "lint/asl/expression_templated.h"
#include "lint/asl/path/embedded.h"
#include "lint/asl/payload.h"
#include "lint/asl/recognise.h"
#include "lint/json/string.h"
#include "rules/path/shared/parts.h"
#include "rules/path/shared/templates.h"

namespace sfn::rules::path::dollar_key_bad_value {

namespace {

void check(const asl::Expression& expression, Report& report) {
  if (expression.value.name() == suffix) return;
  if (asl::is_sample_blank(expression.value.text())) return;
  const Value value = expression.value;
  Diagnostic& found = report.add(
      value.place(),
      fmt::format("the value of `{}` is plain text, but a key that ends in `.$` needs a path or an "
                  "intrinsic function",
                  value.name()));
  if (asl::is_jsonata(value)) {
    found.note("an expression in `{% %}` needs `\"QueryLanguage\": \"JSONata\"` and a key without `.$`");
    return;
  }
  // A path in the text means that more than text was meant: without the suffix the text itself would be sent.
  const auto paths = asl::path::embedded(value.text());
  if (!paths.empty() && value.templated()) return;
  if (!paths.empty())
    found.offer_unsafe("use `States.Format`",
                       set_value(value, sfn::json::quote(asl::path::format_call(value.text(), paths))));
  else if (!asl::path::may_hold_path(value.text())) drop_suffix(value, found);
}

void check_templated(const asl::Machine& machine, Report& report) {
  for (const asl::Expression& expression : machine.derive<asl::TemplatedExpressions>().all())
    if (expression.is(asl::ExpressionKind::other)) check(expression, report);
}

constexpr Example examples[] = {
    {"a plain text", R"json({"Type": "Pass", "Parameters": {"a.$": «"hello"»}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a": "hello"}, "End": true})json"},
    {"paths inside a longer text",
     R"json({"Type": "Pass", "Parameters": {"a.$": «"s3://$.bucket/$.key"»}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('s3://{}/{}', $.bucket, $.key)"}, "End": true})json"},
    {"JSONata in a JSONPath state",
     R"json({"Type": "Pass", "Parameters": {"a.$": «"{% $states.input.a %}"»}, "End": true})json"},
    {"text under a plain key", R"json({"Type": "Pass", "Parameters": {"a": "hello"}, "End": true})json"},
    {"a path", R"json({"Type": "Pass", "Parameters": {"a.$": "$.hello"}, "End": true})json"},
    {"a text that no placeholder can make a path",
     R"json({"Type": "Pass", "Parameters": {"a.$": «"arn:aws:s3:::${Bucket}"»}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a": "arn:aws:s3:::${Bucket}"}, "End": true})json"},
    {"text with a placeholder",
     R"json({"Type": "Pass", "Parameters": {"a.$": "${Path}", "b.$": "%PATH%"}, "End": true})json"},
    {"a call with a placeholder in its text",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('${bucket}/{}', $.a)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/dollar-key-bad-value",
    .severity = Severity::error,
    .summary = "plain text under a key that ends in `.$`",
    .why =
        "A key that ends in `.$` accepts a path or a call of an intrinsic function. Step Functions refuses "
        "the definition when it is deployed if the value is other text: `must be a valid JSONPath or a "
        "valid intrinsic function call`.",
    .see = "https://states-language.net/spec.html#payload-template",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::other},
    .machine = check_templated,
    .expression = check,
};

}  // namespace sfn::rules::path::dollar_key_bad_value
