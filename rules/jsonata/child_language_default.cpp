#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "rules/jsonata/shared/language.h"

namespace sfn::rules::jsonata::child_language_default {

namespace {

bool has_silent_child(const asl::State& state) {
  for (const asl::Scope* scope : state.inner)
    for (const asl::State* child : scope->states)
      if (!names_language(*child)) return true;
  return false;
}

void check(const asl::State& state, Report& report) {
  if (state.machine().language() == asl::QueryLanguage::jsonata) return;
  if (has_silent_child(state))
    report.add(
        state["QueryLanguage"].place(),
        "the states inside do not inherit this and use JSONPath, unless they have a `QueryLanguage` of "
        "their own");
}

constexpr Example examples[] = {
    {"a Map",
     R"({"Type": "Map", "QueryLanguage": «"JSONata"», "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})"},
    {"states that say so",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed", "QueryLanguage": "JSONata"}}}, "End": true})"},
    {"the whole machine",
     R"({"QueryLanguage": "JSONata", "StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/child-language-default",
    .severity = Severity::info,
    .summary = "a JSONata Map or Parallel state with states that still use JSONPath",
    .why =
        "The `QueryLanguage` of a Map or Parallel state applies only to its own fields. The states inside "
        "use the query language of the state machine, unless they have a `QueryLanguage` of their own.",
    .see = "https://states-language.net/spec.html#query-languages",
    .examples = examples,
    .about = {.languages = asl::QueryLanguage::jsonata},
    .state = check,
};

}  // namespace sfn::rules::jsonata::child_language_default
