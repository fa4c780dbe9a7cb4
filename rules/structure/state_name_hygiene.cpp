#include <fmt/core.h>

#include <unordered_map>

#include "lint/asl/machine.h"
#include "lint/characters.h"
#include "lint/nearest.h"
#include "lint/rule.h"

namespace sfn::rules::structure::state_name_hygiene {

namespace {

// The name as a reader remembers it: small letters, single blanks between words.
std::string folded(std::string_view name) {
  std::string text;
  for (const char c : name) {
    const bool blank = blanks.find(c) != std::string_view::npos;
    if (blank && (text.empty() || text.back() == ' ')) continue;
    text += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

void check_characters(const asl::State& state, Report& report) {
  const std::string_view name = state.name;
  for (size_t i = 0; i < name.size(); ++i)
    if (static_cast<unsigned char>(name[i]) < 0x20 || name[i] == 0x7F) {
      report.add(state.value.key_stretch(i, i + 1), "the name of the state contains a control character");
      return;
    }
  const size_t begin = name.find_first_not_of(blanks), end = name.find_last_not_of(blanks) + 1;
  if (begin == std::string_view::npos) return;
  if (begin > 0) report.add(state.value.key_stretch(0, begin), "the name of the state begins with a blank");
  if (end < name.size())
    report.add(state.value.key_stretch(end, name.size()), "the name of the state ends with a blank");
}

void check(const asl::Machine& machine, Report& report) {
  std::unordered_map<std::string, const asl::State*> seen;
  for (const asl::State& state : machine.states()) {
    if (state.name.empty()) continue;
    check_characters(state, report);
    const auto [at, is_new] = seen.emplace(folded(state.name), &state);
    const asl::State& earlier = *at->second;
    // In letter case only: structure/state-names-alike.
    if (is_new || equal_without_case(earlier.name, state.name)) continue;
    report
        .add(state.value.key(),
             fmt::format("state `{}` differs from `{}` only in blanks", state.name, earlier.name))
        .note("the other state is here", earlier.value.key());
  }
}

constexpr Example examples[] = {
    {"a blank at the end", R"({"StartAt": "A ", "States": {"A« »": {"Type": "Succeed"}}})"},
    {"two names that read alike",
     R"({"StartAt": "Wait 1", "States": {"Wait 1": {"Type": "Pass", "Next": "Wait  1"}, «"Wait  1"»: {"Type": "Succeed"}}})"},
    {"letter case is another rule's",
     R"({"StartAt": "Wait", "States": {"Wait": {"Type": "Pass", "Next": "wait"}, "wait": {"Type": "Succeed"}}})"},
    {"a control character", R"({"StartAt": "A", "States": {"A«\u0007»": {"Type": "Succeed"}}})"},
    {"words", R"({"StartAt": "Run it", "States": {"Run it": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/state-name-hygiene",
    .severity = Severity::warning,
    .summary =
        "a state name that is easily mistaken: blanks at its ends, control characters, or a "
        "near-duplicate",
    .why =
        "Names must match exactly, including letter case and blanks. A transition to such a name is easily "
        "wrong, and the mistake is hard to see.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::structure::state_name_hygiene
