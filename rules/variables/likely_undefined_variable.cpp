// Inside a longer expression, where JSONata may do without the value: `$exists($x)`, `'a' &
// $x`.
#include <fmt/core.h>

#include "lint/asl/variables.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "rules/variables/shared/visible.h"

namespace sfn::rules::variables::likely_undefined_variable {

namespace {

void check(const asl::Machine& machine, Report& report) {
  const asl::Variables& variables = machine.variables();
  for (const asl::VariableRead& read : variables.reads()) {
    if (read.whole || read_state(read, variables) != ReadState::unset) continue;
    const std::vector<std::string_view> names = visible_names(*read.state().scope, variables);
    const auto near = nearest(read.name, names);
    Diagnostic& found =
        report.add(read.place, fmt::format("variable `${}` is not assigned before this state{}", read.name,
                                           near ? fmt::format("; did you mean `${}`?", *near) : ""));
    if (near)
      found.offer_unsafe(fmt::format("change to `${}`", *near),
                         replace_text(read.place, fmt::format("${}", *near)));
  }
}

constexpr Example examples[] = {
    {"the text is put together without it",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"order": 1}, "Next": "B"},
 "B": {"Type": "Pass", "Output": "{% 'order ' & «$ordr» %}", "End": true}}})",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"order": 1}, "Next": "B"},
 "B": {"Type": "Pass", "Output": "{% 'order ' & $order %}", "End": true}}})"},
    {"assigned before",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"order": 1}, "Next": "B"},
 "B": {"Type": "Pass", "Output": "{% 'order ' & $order %}", "End": true}}})"},
};

// `$state.input` is meant as `$states.input`.
constexpr std::string_view spoken_of[] = {"jsonata/unknown-states-member"};

}  // namespace

extern const Rule rule{
    .id = "variables/likely-undefined-variable",
    .severity = Severity::warning,
    .summary = "a variable inside a larger expression that is never assigned before",
    .why = "JSONata continues without the value, so part of the result is missing, or the state fails.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .yields_to = spoken_of,
    .machine = check,
};

}  // namespace sfn::rules::variables::likely_undefined_variable
