#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/asl/surroundings.h"
#include "lint/rule.h"

namespace sfn::rules::structure::wait_too_long {

namespace {

constexpr int64_t year = 31'536'000, five_minutes = 300, longest = 99'999'999;

void check(const asl::State& state, Report& report) {
  const Value seconds = state["Seconds"];
  const auto count = seconds.integer();
  if (!count || *count > longest) return;
  const bool express = state.scope->express();
  if (*count <= (express ? five_minutes : year)) return;
  report.add(
      seconds.place(),
      express ? fmt::format("an Express execution ends after {} seconds, before this wait does", five_minutes)
              : fmt::format("an execution ends after {} seconds (a year), before this wait does", year));
}

constexpr Example examples[] = {
    {"more than a year", R"({"Type": "Wait", "Seconds": «40000000», "End": true})"},
    {.title = "more than five minutes in an Express workflow",
     .text = R"({"Type": "Wait", "Seconds": «301», "End": true})",
     .type = "express"},
    {"an hour", R"({"Type": "Wait", "Seconds": 3600, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/wait-too-long",
    .severity = Severity::warning,
    .summary = "a wait that is longer than any execution",
    .why =
        "A Standard execution can last a year and an Express execution five minutes. It times out during "
        "this wait.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html",
    .examples = examples,
    .helped_by = &asl::given::machine_type,
    .about = {.states = asl::StateType::wait},
    .state = check,
};

}  // namespace sfn::rules::structure::wait_too_long
