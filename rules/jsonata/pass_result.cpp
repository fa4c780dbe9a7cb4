// Recorded from AWS: fields of JSONPath are refused in a JSONata state.
#include "lint/asl/constructs.h"
#include "lint/document.h"
#include "lint/rule.h"

namespace sfn::rules::jsonata::pass_result {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const Value result = construct.value["Result"];
  if (!construct.jsonata() || !construct.is(asl::ConstructKind::pass) || !result) return;
  Diagnostic& found = report.add(result.key(), "`Result` is only for JSONPath; use `Output` in JSONata");
  if (!construct.value.has("Output")) found.offer("rename to `Output`", rename_key(result, "Output"));
}

constexpr Example examples[] = {
    {"a result", R"({"Type": "Pass", "QueryLanguage": "JSONata", «"Result"»: {"a": 1}, "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": 1}, "End": true})"},
    {"an output", R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": 1}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/pass-result",
    .severity = Severity::error,
    .summary = "`Result` in a JSONata Pass state",
    .why =
        "`Result` belongs to JSONPath: Step Functions refuses a definition with it in a JSONata state when "
        "it "
        "is deployed. In JSONata the output of a Pass state is `Output`, which may hold expressions too.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::jsonata::pass_result
