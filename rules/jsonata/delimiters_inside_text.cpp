// Where the string does not begin with `{%`: it is not certain that AWS refuses it.
#include "lint/asl/expression.h"
#include "lint/asl/jsonata/delimiters.h"
#include "lint/json/string.h"
#include "lint/rule.h"

namespace sfn::rules::jsonata::delimiters_inside_text {

namespace {

void check(const asl::Expression& expression, Report& report) {
  const std::string_view text = expression.value.text();
  if (text.starts_with("{%")) return;  // jsonata/delimiters
  const auto delimited = asl::jsonata::delimiters(text);
  if (delimited.kind == asl::jsonata::Delimiters::none) return;
  const size_t begin = text.find("{%"), end = text.rfind("%}");
  const bool both = begin != std::string_view::npos && end != std::string_view::npos && begin < end;
  Diagnostic& found = report.add(
      both ? expression.value.stretch(begin, end + 2) : expression.value.place(),
      "this is not evaluated, because an expression must be the whole string; start it with `{%`, end it "
      "with `%}`, and join texts with `&`");
  if (!delimited.fixed) return;
  // Blanks may be taken away; that a text is meant as an expression is a guess.
  const Safety safety =
      delimited.kind == asl::jsonata::Delimiters::blank_outside ? Safety::safe : Safety::unsafe;
  found.offer("write the delimiters at both ends", safety,
              {set_value(expression.value, sfn::json::quote(*delimited.fixed))});
}

constexpr Example examples[] = {
    {"an expression in the middle",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"m": "Hello «{% $states.input.name %}»!"}, "End": true})"},
    {"blanks on both sides",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"m": " «{% $states.input.name %}» "}, "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"m": "{% $states.input.name %}"}, "End": true})"},
    {"a text that only ends so",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"m": «"$states.input.name %}"»}, "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"m": "{% $states.input.name %}"}, "End": true})"},
    {"an expression",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"m": "{% 'Hello ' & $states.input.name & '!' %}"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/delimiters-inside-text",
    .severity = Severity::warning,
    .summary = "an expression in the middle or at the end of a text",
    .why =
        "An expression cannot be part of a longer text: only a string that starts with `{%` and ends with "
        "`%}` is evaluated. This one is passed on with its braces, or refused.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .reveals = true,
    .about = {.expressions = asl::ExpressionKind::text, .languages = asl::QueryLanguage::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::delimiters_inside_text
