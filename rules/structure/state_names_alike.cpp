#include <fmt/core.h>

#include <string>
#include <unordered_map>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::structure::state_names_alike {

namespace {

std::string in_small_letters(std::string_view name) {
  std::string text(name);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

void check(const asl::Machine& machine, Report& report) {
  std::unordered_map<std::string, const asl::State*> seen;
  for (const asl::State& state : machine.states()) {
    const auto [at, is_new] = seen.emplace(in_small_letters(state.name), &state);
    const asl::State& earlier = *at->second;
    if (is_new || earlier.name == state.name) continue;
    report
        .add(state.value.key(),
             fmt::format("state `{}` differs from `{}` only in letter case", state.name, earlier.name))
        .note("the other state is here", earlier.value.key());
  }
}

constexpr Example examples[] = {
    {"two names that read alike",
     R"({"StartAt": "Wait", "States": {"Wait": {"Type": "Pass", "Next": "wait"}, «"wait"»: {"Type": "Succeed"}}})"},
    {"two names",
     R"({"StartAt": "Wait", "States": {"Wait": {"Type": "Pass", "Next": "Waited"}, "Waited": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/state-names-alike",
    .severity = Severity::info,
    .summary = "two states whose names differ only in letter case",
    .why =
        "Step Functions distinguishes the two, but people who read the definition or add a transition may "
        "confuse them.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::structure::state_names_alike
