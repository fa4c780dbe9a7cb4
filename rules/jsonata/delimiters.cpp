#include "lint/asl/jsonata/delimiters.h"

#include "lint/asl/expression.h"
#include "lint/json/string.h"
#include "lint/rule.h"

namespace sfn::rules::jsonata::delimiters {

namespace {

using asl::jsonata::Delimited;
using asl::jsonata::Delimiters;

std::string message(const Delimited& found) {
  if (found.kind == Delimiters::blank_outside)
    return "there are blanks outside `{%` and `%}`; an expression must be the whole string";
  if (found.kind == Delimiters::no_end)
    return "`{%` starts an expression, but the string does not end in `%}`";
  return "there is text after `%}`; an expression must be the whole string, and `&` joins texts";
}

void check(const asl::Expression& expression, Report& report) {
  const std::string_view text = expression.value.text();
  if (!text.starts_with("{%")) return;  // jsonata/delimiters-inside-text
  const Delimited delimited = asl::jsonata::delimiters(text);
  if (delimited.kind == Delimiters::none || delimited.kind == Delimiters::expression) return;
  Diagnostic& found =
      report.add(expression.value.stretch(delimited.fault_begin, delimited.fault_end), message(delimited));
  if (delimited.fixed)
    found.offer("write the delimiters at both ends",
                set_value(expression.value, sfn::json::quote(*delimited.fixed)));
}

constexpr Example examples[] = {
    {"a blank after the delimiters",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"n": "{% $states.input.n %}« »"}, "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"n": "{% $states.input.n %}"}, "End": true})"},
    {"no closing delimiter",
     R"({"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "«{%» $states.input.n", "End": true})",
     R"({"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% $states.input.n %}", "End": true})"},
    {"text after the delimiters",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"m": "{% $states.input.name %}«!»"}, "End": true})"},
    {"text that only ends so: jsonata/delimiters-inside-text",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"m": "Hello {% endif %}"}, "End": true})"},
    {"an expression",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"m": "{% 'Hello ' & $states.input.name %}"}, "End": true})"},
    {"a comment is never evaluated",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Comment": "{% a comment", "End": true})"},
    {"delimiters from a template",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ${Rest}", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/delimiters",
    .severity = Severity::error,
    .summary = "a string that begins as an expression, but is not one as a whole",
    .why =
        "Step Functions refuses the definition when it is deployed: a string that begins with `{%` must end "
        "with `%}`, and nothing may follow it, not even a blank.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .reveals = true,
    .about = {.expressions = asl::ExpressionKind::text, .languages = asl::QueryLanguage::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::delimiters
