#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/asl/jsonata/delimiters.h"
#include "lint/asl/jsonata/parse.h"
#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "rules/jsonata/shared/language.h"
#include "rules/jsonata/shared/translate.h"

namespace sfn::rules::jsonata::condition_type {

namespace {

using asl::Construct;

bool has_foreign_field(const Construct& construct) {
  for (const Value member : construct.value)
    if (foreign_field(construct, member)) return true;
  return false;
}

bool is_sound(std::string_view text) {
  asl::jsonata::Tree tree;
  return !asl::jsonata::parse(text, tree);
}

void check_value(Value condition, Report& report) {
  if (condition.is_boolean() || condition.is_opaque() || condition.templated()) return;
  const std::string_view text = condition.text();
  if (condition.is_string() && asl::jsonata::looks_delimited(text)) return;  // told by other rules
  Diagnostic& found = report.add(
      condition.place(), fmt::format("`Condition` must be a boolean or an expression `{{% ... %}}`, not {}",
                                     sfn::describe(condition.kind())));
  if (!condition.is_string()) return;
  if (text == "true" || text == "false")
    found.offer(fmt::format("write `{}`", text), set_value(condition, std::string(text)));
  else if (text.starts_with('$') && is_sound(text) && !asl::looks_evaluated(text))
    found.offer("write it as an expression", set_value(condition, delimited(text)));
}

void check(const Construct& construct, Report& report) {
  if (const Value condition = construct.value["Condition"]) check_value(condition, report);
  else if (!construct.value.open() && !has_foreign_field(construct))
    report.add(construct.value.label(),
               "a choice rule needs `Condition`, a boolean or an expression `{% ... %}`");
}

constexpr Example examples[] = {
    {"no condition",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S", "Choices": [«{»"Next": "S"}]})"},
    {"an expression without its delimiters",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S", "Choices": [{"Condition": «"$states.input.n > 5"», "Next": "S"}]})",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S", "Choices": [{"Condition": "{% $states.input.n > 5 %}", "Next": "S"}]})"},
    {"a boolean in quotes",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S", "Choices": [{"Condition": «"true"», "Next": "S"}]})",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S", "Choices": [{"Condition": true, "Next": "S"}]})"},
    {"a number",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S", "Choices": [{"Condition": «1», "Next": "S"}]})"},
    {"expressions, booleans and placeholders",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S", "Choices": [{"Condition": "{% $n > 5 %}", "Next": "S"}, {"Condition": "${Condition}", "Next": "S"}, {"Condition": true, "Next": "S"}]})"},
    {"a JSONPath rule is reported by another rule",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/condition-type",
    .severity = Severity::error,
    .summary = "a choice rule whose condition is missing or can be neither true nor false",
    .why =
        "A JSONata choice rule applies if its `Condition` is true. If the condition is missing, or is "
        "neither a boolean nor an expression, Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::choice_rule, .languages = asl::QueryLanguage::jsonata},
    .construct = check,
};

}  // namespace sfn::rules::jsonata::condition_type
