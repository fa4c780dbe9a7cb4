#include "rules/flow/shared/graph.h"

#include <doctest/doctest.h>

#include "lint/json/parse.h"
#include "rules/flow/shared/unreachable.h"

using namespace sfn;
using namespace sfn::rules::flow;

namespace {

// A definition with one Pass state for each pair of a name and what runs next; an empty one ends.
struct Machine {
  Source source;
  json::Parsed parsed;
  asl::Surroundings surroundings;
  asl::Machine machine;

  explicit Machine(std::string text)
      : source("a.json", std::move(text)),
        parsed(json::parse(source, 0)),
        machine(*parsed.document, surroundings) {}
};

using Steps = std::vector<std::pair<std::string, std::string>>;

std::string definition(const Steps& steps) {
  std::string text = R"({"StartAt": ")" + steps.front().first + R"(", "States": {)";
  for (const auto& [name, next] : steps) {
    if (name != steps.front().first) text += ", ";
    text += "\"" + name + R"(": {"Type": "Pass", )" +
            (next.empty() ? R"("End": true)" : R"("Next": ")" + next + "\"") + "}";
  }
  return text + "}}";
}

std::vector<std::string> names(const Graph& graph, const std::vector<uint32_t>& states) {
  std::vector<std::string> found;
  for (const uint32_t i : states) found.emplace_back(graph.state(i).name);
  return found;
}

}  // namespace

TEST_SUITE("rules/flow/graph") {
  TEST_CASE("a circle is one component, and what follows has a smaller number") {
    const Machine made(definition({{"A", "B"}, {"B", "C"}, {"C", "B"}, {"D", ""}}));
    const Graph graph(made.machine.root_scope());
    const auto component = components(graph);
    CHECK(component[1] == component[2]);
    CHECK(component[1] < component[0]);
    CHECK(component[3] != component[0]);
  }

  TEST_CASE("what runs from a state on, and what can reach one") {
    const Machine made(definition({{"A", "B"}, {"B", ""}, {"C", "B"}}));
    const Graph graph(made.machine.root_scope());
    CHECK(reached(graph, start_of(graph)) == std::vector<bool>{true, true, false});
    CHECK(reaching(graph, {false, true, false}) == std::vector<bool>{true, true, true});
  }

  TEST_CASE("heads of dead chains are told from dead circles") {
    const Machine made(definition({{"A", ""}, {"B", "C"}, {"C", ""}, {"D", "E"}, {"E", "D"}}));
    const Graph graph(made.machine.root_scope());
    const Unreachable found = find_unreachable(graph);
    CHECK(names(graph, found.unnamed) == std::vector<std::string>{"B"});
    CHECK(names(graph, found.circles) == std::vector<std::string>{"D", "E"});
  }

  TEST_CASE("a transition that may mean any state leaves all in doubt") {
    const Machine made(definition({{"A", "Quite another"}, {"B", ""}}));
    CHECK(find_unreachable(Graph(made.machine.root_scope())).unnamed.empty());
  }

  TEST_CASE("a chain of 10,000 states does not overflow the stack") {
    Steps steps;
    for (size_t i = 0; i < 10'000; ++i)
      steps.emplace_back("S" + std::to_string(i), "S" + std::to_string(i + 1));
    steps.emplace_back("S10000", "S0");
    const Machine made(definition(steps));
    const Graph graph(made.machine.root_scope());
    CHECK(components(graph) == std::vector<uint32_t>(10'001, 0));
  }

  TEST_CASE("lists of states name at most four") {
    const Machine made(definition({{"A", ""}, {"B", ""}, {"C", ""}, {"D", ""}, {"E", ""}}));
    const auto& states = made.machine.root_scope().states;
    const auto first = [&](size_t count) {
      return list({states.begin(), states.begin() + static_cast<ptrdiff_t>(count)});
    };
    CHECK(first(1) == "`A`");
    CHECK(first(2) == "`A` and `B`");
    CHECK(first(4) == "`A`, `B`, `C` and `D`");
    CHECK(first(5) == "`A`, `B`, `C` and 2 more");
  }
}
