#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::missing_transition {

namespace {

using asl::Construct;
using asl::ConstructKind;

bool goes_on(ConstructKind kind) {
  return kind == ConstructKind::task || kind == ConstructKind::pass || kind == ConstructKind::wait ||
         kind == ConstructKind::parallel || kind == ConstructKind::map;
}

void check(const Construct& construct, Report& report) {
  if (!goes_on(construct.kind) || construct.value.open() || construct.value.has("Next")) return;
  const Value end = construct.value["End"];
  if (end && end.boolean() != false) return;
  if (!end && (has_in_some_form(construct, "Next") || has_in_some_form(construct, "End"))) return;
  const auto message = fmt::format("{} needs `Next` or `\"End\": true`", describe(construct.kind));
  Diagnostic& found = report.add(end ? end.place() : construct.value.label(), message);
  if (end) found.offer_unsafe("end here", set_value(end, "true"));
  else if (!construct.value.next())  // the last state of its scope
    found.offer_unsafe("end here", insert_member(construct.value, "End", "true"));
}

constexpr Example examples[] = {
    {"the last state", R"({"StartAt": "A", "States": {«"A"»: {"Type": "Pass"}}})",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}})"},
    {"End is false", R"({"Type": "Pass", "End": «false»})", R"({"Type": "Pass", "End": true})"},
    {"an end", R"({"Type": "Pass", "End": true})"},
    {"states that end by themselves", R"({"Type": "Succeed"})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/missing-transition",
    .severity = Severity::error,
    .summary = "a state that neither names the next state nor ends the execution",
    .why =
        "A Task, Pass, Wait, Parallel or Map state needs `Next` or `\"End\": true`. Otherwise Step "
        "Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::missing_transition
