#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/flow/shared/unreachable.h"

namespace sfn::rules::flow::unreachable_circle {

namespace {

void check(const asl::Scope& scope, Report& report) {
  const Graph graph(scope);
  for (const uint32_t i : find_unreachable(graph).circles)
    report.add(graph.state(i).value.key(),
               fmt::format("only states that never run lead to state `{}`", graph.state(i).name));
}

constexpr Example examples[] = {
    {"a state that only names itself is told as one that nothing names",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}, "B": {"Type": "Pass", "Next": "B"}}})"},
    {"two that name each other",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}, «"B"»: {"Type": "Pass", "Next": "C"},
         «"C"»: {"Type": "Pass", "Next": "B"}}})"},
    {"a state that nothing leads to is reported by another rule",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}, "B": {"Type": "Pass", "Next": "C"},
         "C": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "flow/unreachable-circle",
    .severity = Severity::warning,
    .summary = "states that lead to each other but are never reached",
    .why =
        "Step Functions accepts them, since some transition leads to each of them, but no execution ever "
        "runs them. Either a transition to them is missing, or they are left over.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .scope = check,
};

}  // namespace sfn::rules::flow::unreachable_circle
