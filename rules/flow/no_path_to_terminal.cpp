#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/flow/shared/graph.h"

namespace sfn::rules::flow::no_path_to_terminal {

namespace {

std::vector<bool> ends(const Graph& graph) {
  std::vector<bool> found(graph.size());
  for (uint32_t i = 0; i < graph.size(); ++i) found[i] = graph.state(i).terminal || is_open(graph.state(i));
  return found;
}

bool any(const std::vector<bool>& marks) {
  for (const bool mark : marks)
    if (mark) return true;
  return false;
}

// Circles without a way out, each as the list of its states.
std::vector<std::vector<const asl::State*>> traps(const Graph& graph, const std::vector<bool>& trapped) {
  const auto component = components(graph);
  std::vector<std::vector<const asl::State*>> members(graph.size());
  std::vector<bool> leaves(graph.size());
  for (uint32_t i = 0; i < graph.size(); ++i) {
    if (trapped[i]) members[component[i]].push_back(&graph.state(i));
    for (const uint32_t to : graph.next(i))
      if (component[to] != component[i]) leaves[component[i]] = true;
  }
  std::vector<std::vector<const asl::State*>> found;
  for (uint32_t i = 0; i < graph.size(); ++i)
    if (!leaves[i] && !members[i].empty()) found.push_back(std::move(members[i]));
  return found;
}

void check(const asl::Scope& scope, Report& report) {
  if (!is_known(scope)) return;
  const Graph graph(scope);
  const auto last = ends(graph);
  // At the top that is flow/no-terminal-state.
  if (scope.kind == asl::ScopeKind::machine && !any(last)) return;
  const auto ending = reaching(graph, last), alive = reached(graph, start_of(graph));
  std::vector<bool> trapped(graph.size());
  for (uint32_t i = 0; i < graph.size(); ++i) trapped[i] = alive[i] && !ending[i];
  if (!any(trapped)) return;
  for (const auto& states : traps(graph, trapped))
    report.add(
        states.front()->value.key(),
        states.size() == 1
            ? fmt::format("state `{}` runs again and again, because nothing leads out of it", states[0]->name)
            : fmt::format("nothing leads out of the loop of {}", list(states)));
}

constexpr Example examples[] = {
    {"a circle that nothing leaves",
     R"({"StartAt": "A", "States": {
         "A": {"Type": "Choice", "Default": "B", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "D"}]},
         «"B"»: {"Type": "Pass", "Next": "C"}, "C": {"Type": "Pass", "Next": "B"}, "D": {"Type": "Succeed"}}})"},
    {"a circle in a branch",
     R"({"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {
         «"A"»: {"Type": "Pass", "Next": "A"}}}]})"},
    {"a circle with a way out",
     R"({"StartAt": "A", "States": {
         "A": {"Type": "Choice", "Default": "B", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "D"}]},
         "B": {"Type": "Wait", "Seconds": 5, "Next": "A"}, "D": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "flow/no-path-to-terminal",
    .severity = Severity::warning,
    .summary = "a loop that nothing leads out of",
    .why =
        "An execution that enters the loop stays in it until an error, a timeout or the quota of 25,000 "
        "events in its history ends it.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    .examples = examples,
    .scope = check,
};

}  // namespace sfn::rules::flow::no_path_to_terminal
