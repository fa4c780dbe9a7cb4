#include <algorithm>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::practice::query_language_explicit {

namespace {

bool is_jsonata(const asl::State& state) { return state["QueryLanguage"].literal() == "JSONata"; }

void check(const asl::Machine& machine, Report& report) {
  const Value root = machine.root();
  if (root.has("QueryLanguage") || root.open()) return;
  const auto& states = machine.states();
  const auto state = std::find_if(states.begin(), states.end(), is_jsonata);
  if (state == states.end()) return;
  report.add(root.label(), "some states use JSONata; set `QueryLanguage` at the root for the others")
      .note("this state uses JSONata", (*state)["QueryLanguage"].place())
      .offer("set the default, JSONPath", insert_member(root, "QueryLanguage", R"("JSONPath")"));
}

constexpr Example examples[] = {
    {"two languages, one of them unsaid",
     R"(«{»"StartAt": "A", "States": {
           "A": {"Type": "Pass", "QueryLanguage": "JSONata", "Next": "B"}, "B": {"Type": "Succeed"}}})",
     R"({"StartAt": "A", "States": {
           "A": {"Type": "Pass", "QueryLanguage": "JSONata", "Next": "B"}, "B": {"Type": "Succeed"}}, "QueryLanguage": "JSONPath"})"},
    {"both said",
     R"({"QueryLanguage": "JSONPath", "StartAt": "A", "States": {
           "A": {"Type": "Pass", "QueryLanguage": "JSONata", "Next": "B"}, "B": {"Type": "Succeed"}}})"},
    {"one language", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/query-language-explicit",
    .severity = Severity::info,
    .summary = "JSONata states in a state machine without `QueryLanguage`",
    .why =
        "Without `QueryLanguage` at the root all other states use JSONPath, even those inside a Map or "
        "Parallel state that uses JSONata. If it is set, readers need not know the default.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::practice::query_language_explicit
