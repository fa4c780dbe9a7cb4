#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "lint/text.h"

namespace sfn::rules::structure::state_name_length {

namespace {

constexpr size_t most_characters = 80;

void check(const asl::State& state, Report& report) {
  if (state.name.find("${") != std::string_view::npos) return;
  if (state.name.empty()) report.add(state.value.key(), "a state needs a name");
  const size_t characters = count_code_points(state.name);
  if (characters > most_characters)
    report.add(state.value.key(),
               fmt::format("a state name can have at most {} characters, but this one has {}",
                           most_characters, characters));
}

constexpr Example examples[] = {
    {"81 characters",
     R"({"StartAt": "0123456789012345678901234567890123456789012345678901234567890123456789012345678901",
         "States": {«"012345678901234567890123456789012345678901234567890123456789012345678901234567890"»:
         {"Type": "Succeed"}}})"},
    {"no name", R"({"StartAt": "", "States": {«""»: {"Type": "Succeed"}}})"},
    {"80 characters, of two bytes each",
     R"({"StartAt": "A", "States": {"éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé":
         {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/state-name-length",
    .severity = Severity::error,
    .summary = "a state name that is empty or longer than 80 characters",
    .why = "Step Functions refuses the definition when it is deployed. It counts characters, not bytes.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::structure::state_name_length
