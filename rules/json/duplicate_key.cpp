// Names of states are json/duplicate-state-key.
#include <fmt/core.h>

#include <unordered_set>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "rules/json/shared/duplicates.h"

namespace sfn::rules::json::duplicate_key {

namespace {

std::unordered_set<NodeId> objects_of_states(const asl::Machine& machine) {
  std::unordered_set<NodeId> found;
  for (const asl::Scope& scope : machine.scopes())
    if (scope.states_value) found.insert(scope.states_value.id());
  return found;
}

void check(const asl::Machine& machine, Report& report) {
  std::vector<Duplicate> found;
  const Document& document = machine.document();
  for (NodeId id = 0; id < document.size(); ++id)
    if (document.node(id).kind == Kind::object) find_duplicates(document.at(id), found);
  if (found.empty()) return;
  const auto states = objects_of_states(machine);
  for (const Duplicate& one : found)
    if (states.count(one.later.parent().id()) == 0)
      report.add(one.later.key(), fmt::format("`{}` is defined a second time", one.later.name()))
          .note(fmt::format(
                    "it is first defined here, but {} parsers drop this one{}",
                    document.source_map().language(),
                    document.source_map().language() != "YAML" ? "" : ", if they accept the text at all"),
                one.earlier.key());
}

constexpr Example examples[] = {
    {"a field twice", R"({"Type": "Wait", "Seconds": 5, «"Seconds"»: 10, "End": true})"},
    {"in data", R"({"Type": "Pass", "Result": {"a": 1, «"a"»: 2}, "End": true})"},
    {"the same name in two objects", R"({"Type": "Pass", "Result": {"a": {"a": 1}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "json/duplicate-key",
    .severity = Severity::warning,
    .summary = "a key that occurs twice in one object",
    .why = "Most JSON parsers silently keep the last value, so the first one has no effect.",
    .see = "https://www.rfc-editor.org/rfc/rfc8259#section-4",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::json::duplicate_key
