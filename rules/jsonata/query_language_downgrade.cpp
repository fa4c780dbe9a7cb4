// Catalogue ASL403.
#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "rules/jsonata/shared/language.h"

namespace sfn::rules::jsonata::query_language_downgrade {

namespace {

void check(const asl::State& state, Report& report) {
  const Value language = state["QueryLanguage"];
  if (state.machine().language() != asl::QueryLanguage::jsonata || language.literal() != "JSONPath") return;
  Diagnostic& found =
      report.add(language.place(), "no state can be `JSONPath` if the whole state machine is `JSONata`");
  found.note("the state machine is JSONata here", state.machine().root()["QueryLanguage"].place());
  if (!uses_jsonpath(state)) found.mend("remove `QueryLanguage`", remove(language));
}

constexpr Example examples[] = {
    {"a state",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "QueryLanguage": «"JSONPath"», "End": true}}})",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}})"},
    {"the other way around",
     R"({"QueryLanguage": "JSONPath", "StartAt": "A", "States": {"A": {"Type": "Pass", "QueryLanguage": "JSONata", "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/query-language-downgrade",
    .severity = Severity::error,
    .summary = "a JSONPath state in a JSONata state machine",
    .why =
        "Step Functions refuses it: `'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole "
        "state "
        "machine`. To mix both languages the machine must be JSONPath, and its JSONata states must say so.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::jsonata::query_language_downgrade
