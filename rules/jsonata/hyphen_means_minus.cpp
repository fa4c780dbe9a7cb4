// A warning: inside a filter a subtraction of two fields may be meant.
#include <fmt/core.h>

#include "rules/jsonata/shared/parsed.h"

namespace sfn::rules::jsonata::hyphen_means_minus {

namespace {

void check(const asl::Expression& expression, Report& report) {
  const auto* tree = sound_tree(expression);
  if (!tree) return;
  for (const auto& hyphen : asl::jsonata::hyphens(*tree)) {
    const Place at = expression.at(hyphen.begin, hyphen.end);
    report
        .add(at, fmt::format("`-` subtracts here; a name with a hyphen needs backquotes: {}", hyphen.quoted))
        .offer("put the name in backquotes", replace_text(at, hyphen.quoted));
  }
}

constexpr Example examples[] = {
    {"a field with a hyphen",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.«delivery-partner».id %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.`delivery-partner`.id %}", "End": true})"},
    {"backquotes",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.`a-b` %}", "End": true})"},
    {"a subtraction",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.a - $states.input.b %}", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/hyphen-means-minus",
    .severity = Severity::warning,
    .summary = "a name with a hyphen that is read as a subtraction",
    .why =
        "In JSONata `a-b` is `a` minus `b`. Neither is likely to exist, so the expression has no value, "
        "and the state fails with `States.QueryEvaluationError`.",
    .see = "https://docs.jsonata.org/simple#navigating-json-objects",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::hyphen_means_minus
