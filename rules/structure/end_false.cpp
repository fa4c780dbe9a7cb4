// Without Next it is an error: structure/missing-transition.
#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::structure::end_false {

namespace {

void check(const asl::State& state, Report& report) {
  const Value end = state["End"];
  if (end.boolean() != false || !state.value.has("Next")) return;
  const bool has_end = state.is(asl::StateType::task) || state.is(asl::StateType::pass) ||
                       state.is(asl::StateType::wait) || state.is(asl::StateType::parallel) ||
                       state.is(asl::StateType::map);
  if (has_end)
    report.add(end.place(), "`\"End\": false` is redundant next to `Next`")
        .offer("remove `End`", remove(end));
}

constexpr Example examples[] = {
    {"End without effect", R"({"Type": "Pass", "Next": "S", "End": «false»})",
     R"({"Type": "Pass", "Next": "S"})"},
    {"an end", R"({"Type": "Pass", "End": true})"},
    {"neither", R"({"Type": "Pass", "End": false})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/end-false",
    .severity = Severity::warning,
    .summary = "a redundant `\"End\": false` next to `Next`",
    .why =
        "A state ends the execution only with `\"End\": true`; other states omit the field. Some "
        "validators refuse `false`.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::structure::end_false
