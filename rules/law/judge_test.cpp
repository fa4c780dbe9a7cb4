// That the law is broken is found: rules that fix well, badly, and leave a finding.
#include <doctest/doctest.h>

#include <string>

#include "rules/law/law.h"

namespace sfn::law {

namespace {

// `Seconds` in quotes.
bool is_wrong(Value value) { return value.name() == "Seconds" && value.is_string(); }

void fix_well(Value value, Report& report) {
  if (is_wrong(value))
    report.add(value.place(), "a text")
        .offer("take the quotes off", set_value(value, std::string(value.text())));
}

void fix_badly(Value value, Report& report) {
  if (is_wrong(value)) report.add(value.place(), "a text").offer("remove it", remove(value));
}

void say_only(Value value, Report& report) {
  if (value.name() == "Wait" && !value.has("Seconds")) report.add(value.place(), "no time to wait");
}

Rule rule_of(std::string_view id, void (*value)(Value, Report&)) {
  Rule rule{id, Severity::warning, "", "", "", {}};
  rule.value = value;
  return rule;
}

// The kinds of fault where the rules break the law.
std::vector<std::string> broken(const std::vector<const Rule*>& chosen) {
  const RuleSet rules(chosen);
  const asl::Surroundings nothing;
  Law law("t", "t.asl.json", nothing, rules);
  law.hold(R"({"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 5, "End": true}}})", 0);
  std::vector<std::string> kinds;
  for (const Violation& one : law.violations()) kinds.push_back(one.kind);
  return kinds;
}

}  // namespace

TEST_SUITE("rules/law/judge") {
  const Rule good = rule_of("test/good", fix_well), bad = rule_of("test/bad", fix_badly),
             witness = rule_of("test/witness", say_only);

  TEST_CASE("a fix that gives back what was there") { CHECK(broken({&good}).empty()); }

  TEST_CASE("a fix that hides what is missing") {
    const auto kinds = broken({&bad});
    REQUIRE_FALSE(kinds.empty());
    CHECK(kinds[0] == "number-quoted");
  }

  TEST_CASE("a fix after which another rule says what is missing") {
    CHECK(broken({&bad, &witness}).empty());
  }
}

}  // namespace sfn::law
