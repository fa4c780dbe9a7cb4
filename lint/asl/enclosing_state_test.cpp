#include "lint/asl/enclosing_state.h"

#include <doctest/doctest.h>

#include "lint/asl/machine.h"
#include "lint/json/parse.h"
#include "lint/json/pointer.h"

using namespace sfn;

namespace {

const Source nested("nested.asl.json", R"({"StartAt": "P", "Comment": "c", "States": {
  "P": {"Type": "Parallel", "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Task",
    "Parameters": {"States": {"X": {"Branches": [1]}}}}}}, 5], "ItemProcessor": {"States": {"no": {"Type": "Pass"}}}},
  "M": {"Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass"}, "text": "no"}},
    "Iterator": {"States": {"J": {}}}, "Branches": [{"States": {"no": {}}}]},
  "${x}": {"Type": "Fail", "Catch": [{"Next": "M"}]}}, "States2": {"no": {}}})");

// As the machine has it.
std::string_view expected(const asl::Machine& machine, Value value) {
  for (; value; value = value.parent())
    for (const asl::State& state : machine.states())
      if (state.value == value) return state.name;
  return {};
}

}  // namespace

TEST_SUITE("lint/asl/enclosing_state") {
  TEST_CASE("every node is in the state that the machine has around it") {
    for (const std::string_view text :
         {nested.text(), std::string_view(R"({"States": {"A": {}}, "States": {"B": {}, "B": {"x": 1}}})"),
          std::string_view(R"({"States": [{"A": {"x": 1}}]})"),
          std::string_view(R"({"a": {"States": {"A": {}}}})"),
          std::string_view(R"({"StartAt": "A", "States": {"A": {"Type": "Parallel", "Type": "Map",
            "Branches": [{"States": {"B": {}}}], "Iterator": {"States": {"C": {}}}}}})")}) {
      const Source source("a.json", std::string(text));
      const Document document = std::move(*json::parse(source, 0).document);
      const asl::Surroundings nothing;
      const asl::Machine machine(document, nothing);
      asl::EnclosingState states(document);
      for (NodeId id = 0; id < document.size(); ++id) {
        CAPTURE(json::pointer(document.at(id)));
        const bool definition = asl::Machine::is_definition(document.root());
        CHECK(states.name(id) == (definition ? expected(machine, document.at(id)) : ""));
      }
    }
  }
}
