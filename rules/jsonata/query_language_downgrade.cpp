#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "rules/jsonata/shared/language.h"

namespace sfn::rules::jsonata::query_language_downgrade {

namespace {

void check(const asl::State& state, Report& report) {
  const Value language = state["QueryLanguage"];
  if (state.machine().language() != asl::QueryLanguage::jsonata || language.literal() != "JSONPath") return;
  Diagnostic& found =
      report.add(language.place(), "a state cannot use `JSONPath` if the whole state machine uses `JSONata`");
  found.note("the state machine is set to JSONata here", state.machine().root()["QueryLanguage"].place());
  if (!uses_jsonpath(state)) found.offer("remove `QueryLanguage`", remove(language));
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
        "Step Functions refuses the definition when it is deployed: `'QueryLanguage' can not be 'JSONPath' "
        "if set to 'JSONata' for whole state machine`. To mix both languages, leave the state machine on "
        "JSONPath and set `QueryLanguage` in its JSONata states.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::jsonata::query_language_downgrade
