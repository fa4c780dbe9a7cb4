#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "rules/json/shared/duplicates.h"

namespace sfn::rules::json::duplicate_state_key {

namespace {

void check(const asl::Scope& scope, Report& report) {
  std::vector<Duplicate> found;
  find_duplicates(scope.states_value, found);
  for (const Duplicate& one : found)
    report
        .add(one.later.key(), fmt::format("a second state is named `{}`, so that one of the two is lost; "
                                          "give each a name of its own",
                                          one.later.name()))
        .note("the first one is here, but JSON parsers drop it", one.earlier.key());
}

constexpr Example examples[] = {
    {"the same name twice",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}, «"A"»: {"Type": "Fail"}}})"},
    {"the same name, written with an escape",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}, «"\u0041"»: {"Type": "Fail"}}})"},
    {"two names",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Fail"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "json/duplicate-state-key",
    .severity = Severity::error,
    .summary = "two states with the same name in one `States`",
    .why =
        "Where an object has a name twice, most JSON parsers keep the last member and say nothing, so that "
        "one of the two states is lost and never runs. It is not known that Step Functions refuses it.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .scope = check,
};

}  // namespace sfn::rules::json::duplicate_state_key
