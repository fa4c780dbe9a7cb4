// A warning: a function may be the value of a variable that cannot be seen.
#include <fmt/core.h>

#include "rules/jsonata/shared/parsed.h"

namespace sfn::rules::jsonata::unknown_function {

namespace {

void check(const asl::Expression& expression, Report& report) {
  const auto* tree = sound_tree(expression);
  if (!tree) return;
  for (const auto& use : asl::jsonata::free_variables(*tree)) {
    if (!use.called || use.name == "states" || asl::jsonata::find_function(use.name)) continue;
    if (may_be_variable(expression, use.name)) continue;
    const auto meant = asl::jsonata::likely_function(use.name);
    const Place at = place(expression, use.node);
    Diagnostic& found =
        report.add(at, fmt::format("function `${}` does not exist{}", use.name,
                                   meant ? fmt::format("; did you mean `${}`?", *meant) : ""));
    if (meant)
      found.offer_unsafe(fmt::format("write `${}`", *meant), replace_text(at, fmt::format("${}", *meant)));
  }
}

constexpr Example examples[] = {
    {"a name from elsewhere",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «$size»($states.input.list) %}", "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $count($states.input.list) %}", "End": true})json"},
    {"another letter case",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.name ~> «$upperCase»() %}", "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.name ~> $uppercase() %}", "End": true})json"},
    {"functions of JSONata, of Step Functions and of the expression itself",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($f := function($x) { $x & $uuid() }; $map([1], $f); $f($count([]))) %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/unknown-function",
    .severity = Severity::warning,
    .summary = "a call of a function that does not exist",
    .why =
        "The state fails with `States.QueryEvaluationError`: `T1006: Attempted to invoke a non-function`. "
        "Function names are case-sensitive.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::unknown_function
