#include "lint/asl/expression.h"
#include "lint/asl/jsonata/delimiters.h"
#include "lint/rule.h"
#include "rules/jsonata/shared/language.h"

namespace sfn::rules::jsonata::text_in_jsonpath {

namespace {

// Numbers and times that are such a text have the wrong type, which is said elsewhere.
bool takes_text(const asl::Field& field) {
  return field.content == asl::Content::text || field.content == asl::Content::payload ||
         field.content == asl::Content::assignments;
}

void check(const asl::Expression& expression, Report& report) {
  if (!takes_text(*expression.field) || !expression.state()) return;
  if (asl::jsonata::delimiters(expression.value.text()).kind != asl::jsonata::Delimiters::expression) return;
  Diagnostic& found = report.add(expression.value.place(),
                                 "this expression is passed on as text, because the state uses JSONPath");
  const asl::State& state = *expression.state();
  if (!names_language(state) && !uses_jsonpath(state))
    found.offer_unsafe("make it a JSONata state", insert_member(state.value, "QueryLanguage", "\"JSONata\""));
  else found.note("expressions are evaluated in states with `\"QueryLanguage\": \"JSONata\"`");
}

constexpr Example examples[] = {
    {"a parameter", R"({"Type": "Pass", "Parameters": {"a": «"{% $states.input.x %}"»}, "End": true})"},
    {"a cause", R"({"Type": "Fail", "Cause": «"{% $states.input.x %}"»})",
     R"({"Type": "Fail", "Cause": "{% $states.input.x %}", "QueryLanguage": "JSONata"})"},
    {"a JSONata state", R"({"Type": "Fail", "QueryLanguage": "JSONata", "Cause": "{% $states.input.x %}"})"},
    {"a directive of a template language",
     R"({"Type": "Pass", "Parameters": {"sql": "select {% if a %} 1 {% endif %} from t"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/text-in-jsonpath",
    .severity = Severity::warning,
    .summary = "a JSONata expression in a JSONPath state",
    .why =
        "Only JSONata states evaluate `{% ... %}`. A JSONPath state, the default, passes on the text "
        "itself, including the braces.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::text, .languages = asl::QueryLanguage::jsonpath},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::text_in_jsonpath
