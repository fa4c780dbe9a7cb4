// Catalogue ASL415.
#include <fmt/core.h>

#include "rules/jsonata/shared/known_calls.h"

namespace sfn::rules::jsonata::function_arity {

namespace {

using asl::jsonata::Function;

std::string arguments(unsigned count) { return fmt::format("{} argument{}", count, count == 1 ? "" : "s"); }

std::string wanted(const Function& function) {
  const unsigned least = function.least, most = function.most;
  if (most == 0) return "no arguments";
  if (most == Function::unlimited) return fmt::format("at least {}", arguments(least));
  if (least == most) return arguments(most);
  if (least == 0) return fmt::format("at most {}", arguments(most));
  return fmt::format("{} {} {} arguments", least, most == least + 1 ? "or" : "to", most);
}

void check(const asl::Expression& expression, Report& report) {
  for (const KnownCall& known : known_calls(expression)) {
    const Function& function = *known.function;
    const bool many = function.most != Function::unlimited && known.call.given > function.most;
    if (known.call.given >= function.least && !many) continue;
    report.add(place(expression, known.call.function),
               fmt::format("`${}` takes {}, not {}", function.name, wanted(function), known.call.given));
  }
}

constexpr Example examples[] = {
    {"too few for a function of Step Functions",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «$hash»($states.input.id) %}", "End": true})json"},
    {"too many",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «$uppercase»('a', 'b') %}", "End": true})json"},
    {"with the one that `~>` gives",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.id ~> «$hash»() %}", "End": true})json"},
    {"as many as there are parameters",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($states.input.id ~> $hash('SHA-256')) & $uuid() & $range(1, 5, 1) %}", "End": true})json"},
    {"a function of the expression itself",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($hash := function($x) { $x }; $hash(1)) %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/function-arity",
    .severity = Severity::error,
    .summary = "a function with too few or too many arguments",
    .why =
        "Functions check what they are called with: the state fails with `States.QueryEvaluationError` "
        "(`T0410: Argument 2 of function \"hash\" does not match function signature`).",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .expression = check,
};

}  // namespace sfn::rules::jsonata::function_arity
