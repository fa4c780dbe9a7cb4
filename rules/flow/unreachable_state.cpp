#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/flow/shared/unreachable.h"

namespace sfn::rules::flow::unreachable_state {

namespace {

// States that run only after this one.
std::vector<const asl::State*> followers(const Graph& graph, uint32_t head, const std::vector<bool>& alive) {
  std::vector<bool> from(graph.size());
  from[head] = true;
  const auto behind = reached(graph, std::move(from));
  std::vector<const asl::State*> found;
  for (uint32_t i = 0; i < graph.size(); ++i)
    if (i != head && behind[i] && !alive[i]) found.push_back(&graph.state(i));
  return found;
}

void check(const asl::Scope& scope, Report& report) {
  const Graph graph(scope);
  const Unreachable unreachable = find_unreachable(graph);
  if (unreachable.unnamed.empty()) return;
  const auto alive = reached(graph, start_of(graph));
  constexpr size_t most_walks = 20;  // a walk for each of 10,000 states would take too long
  for (size_t i = 0; i < unreachable.unnamed.size(); ++i) {
    const uint32_t head = unreachable.unnamed[i];
    const asl::State& state = graph.state(head);
    Diagnostic& found =
        report.add(state.value.key(), fmt::format("no transition leads to state `{}`", state.name));
    if (i >= most_walks) continue;
    const auto behind = followers(graph, head, alive);
    if (!behind.empty()) found.note(fmt::format("{} can only be reached through it", list(behind)));
  }
}

constexpr Example examples[] = {
    {"a state that nothing names",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}, «"B"»: {"Type": "Succeed"}}})"},
    {"a state that only names itself",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}, «"B"»: {"Type": "Pass", "Next": "B"}}})"},
    {"a chain apart: its head",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}, «"B"»: {"Type": "Pass", "Next": "C"},
         "C": {"Type": "Succeed"}}})"},
    {"in a branch",
     R"({"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {
         "A": {"Type": "Succeed"}, «"B"»: {"Type": "Succeed"}}}]})"},
    {"reached by a rule, a default and a catcher",
     R"({"StartAt": "A", "States": {
         "A": {"Type": "Choice", "Default": "C", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "B"}]},
         "B": {"Type": "Succeed"},
         "C": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
           "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "D"}]},
         "D": {"Type": "Fail"}}})"},
    {"a misspelled transition leads to it",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "Finsh"}, "Finish": {"Type": "Succeed"}}})"},
    {"a placeholder may name it",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "${After}"}, "B": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "flow/unreachable-state",
    .severity = Severity::error,
    .summary = "a state that no transition leads to",
    .why =
        "Step Functions refuses the definition when it is deployed: neither `StartAt` nor the transition of "
        "another state of the scope leads there (`MISSING_TRANSITION_TARGET`).",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .scope = check,
};

}  // namespace sfn::rules::flow::unreachable_state
