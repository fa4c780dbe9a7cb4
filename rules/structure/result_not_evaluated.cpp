#include "lint/asl/machine.h"
#include "lint/asl/recognise.h"
#include "lint/rule.h"

namespace sfn::rules::structure::result_not_evaluated {

namespace {

bool is_expression(Value value) {
  const auto text = value.literal();
  if (!text) return false;
  return asl::looks_evaluated(*text) || text->starts_with("{%");
}

struct Hits {
  Place first;
  bool any = false, suffixed_only = true;

  void add(Place place, bool suffixed) {
    if (!any) first = place;
    any = true;
    suffixed_only = suffixed_only && suffixed;
  }
};

// Depth is bounded by the reader's limit on nesting.
void search(Value value, Hits& hits) {
  const bool suffixed = value.name().ends_with(".$") && value.is_string();
  if (suffixed) hits.add(value.key(), true);
  else if (is_expression(value)) hits.add(value.place(), false);
  for (const Value child : value) search(child, hits);
}

void check(const asl::State& state, Report& report) {
  const Value result = state["Result"];
  Hits hits;
  if (result) search(result, hits);
  if (!hits.any) return;
  Diagnostic& found = report.add(hits.first, "`Result` is never evaluated, so this is passed on literally");
  if (hits.suffixed_only && result.is_object() && !state.value.has("Parameters"))
    found.offer_unsafe("rename `Result` to `Parameters`", rename_key(result, "Parameters"));
}

constexpr Example examples[] = {
    {"a path", R"({"Type": "Pass", "Result": {«"a.$"»: "$.x"}, "End": true})",
     R"({"Type": "Pass", "Parameters": {"a.$": "$.x"}, "End": true})"},
    {"text that looks like a path", R"({"Type": "Pass", "Result": «"$.x"», "End": true})"},
    {"plain data", R"({"Type": "Pass", "Result": {"price": "$5", "n": [1, 2]}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/result-not-evaluated",
    .severity = Severity::warning,
    .summary = "a path, function or expression in the `Result` of a Pass state",
    .why =
        "`Result` is literal JSON: keys keep their `.$`, and paths stay text. `Parameters` evaluates them.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html",
    .examples = examples,
    .reveals = true,
    .about = {.states = asl::StateType::pass, .languages = asl::QueryLanguage::jsonpath},
    .state = check,
};

}  // namespace sfn::rules::structure::result_not_evaluated
