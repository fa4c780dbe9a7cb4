// Certain where nothing visible assigns the name at all, or only what runs later does.
#include <fmt/core.h>

#include "lint/asl/variables.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "rules/variables/shared/visible.h"

namespace sfn::rules::variables::undefined_variable {

namespace {

bool assigned_elsewhere(const asl::VariableRead& read, const asl::Variables& variables) {
  return variables.owner(*read.state().scope, read.name) != nullptr;
}

std::optional<std::string_view> meant(const asl::VariableRead& read, const asl::Variables& variables) {
  if (assigned_elsewhere(read, variables)) return std::nullopt;
  return nearest(read.name, visible_names(*read.state().scope, variables));
}

std::string describe(const asl::VariableRead& read, const asl::Variables& variables) {
  if (assigned_elsewhere(read, variables))
    return fmt::format(
        "variable `${}` is not assigned before this state; no path from `StartAt` assigns "
        "it",
        read.name);
  const auto near = meant(read, variables);
  return fmt::format("variable `${}` is never assigned{}", read.name,
                     near ? fmt::format("; did you mean `${}`?", *near) : "");
}

void check(const asl::Machine& machine, Report& report) {
  const asl::Variables& variables = machine.variables();
  for (const asl::VariableRead& read : variables.reads()) {
    if (!read.whole || read_state(read, variables) != ReadState::unset) continue;
    Diagnostic& found = report.add(read.place, describe(read, variables));
    if (const auto near = meant(read, variables))
      found.offer_unsafe(fmt::format("change to `${}`", *near),
                         replace_text(read.place, fmt::format("${}", *near)));
  }
}

constexpr Example examples[] = {
    {"a misspelled name",
     R"({"StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"order.$": "$.order"}, "Next": "B"},
 "B": {"Type": "Pass", "Parameters": {"id.$": "«$ordr».id"}, "End": true}}})",
     R"({"StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"order.$": "$.order"}, "Next": "B"},
 "B": {"Type": "Pass", "Parameters": {"id.$": "$order.id"}, "End": true}}})"},
    {"assigned only by a state that runs later",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Output": "{% «$total» %}", "Next": "B"},
 "B": {"Type": "Pass", "Assign": {"total": 5}, "End": true}}})"},
    {"assigned before, and read in an inner scope",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"total": 5}, "Next": "M"},
 "M": {"Type": "Map", "Items": [1], "End": true, "ItemProcessor": {"StartAt": "I", "States":
   {"I": {"Type": "Pass", "Output": "{% $total %}", "End": true}}}}}})"},
    {"bound in the expression itself",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Output": "{% ($x := 1; $map([1], function($y) { $x + $y })) %}", "End": true}}})"},
    {"a placeholder may assign it",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": ${variables}, "Next": "B"},
 "B": {"Type": "Pass", "Output": "{% $total %}", "End": true}}})"},
};

// `$state.input` is meant as `$states.input`.
constexpr std::string_view spoken_of[] = {"jsonata/unknown-states-member"};

}  // namespace

extern const Rule rule{
    .id = "variables/undefined-variable",
    .severity = Severity::error,
    .summary = "a variable that is not assigned when it is read",
    .why =
        "The expression has no value, and the state fails when it runs: `The JSONata expression '$ordr' "
        "specified for the field 'Output' returned nothing (undefined)`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .yields_to = spoken_of,
    .machine = check,
};

}  // namespace sfn::rules::variables::undefined_variable
