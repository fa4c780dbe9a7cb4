#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "lint/suppression.h"
#include "rules/registry.h"

namespace sfn::rules::practice::unused_suppression {

namespace {

size_t rules_of(const Suppression& suppression) {
  return static_cast<size_t>(std::count_if(rules::all().begin(), rules::all().end(),
                                           [&](const Rule* rule) { return names(suppression, *rule); }));
}

// A rule that did not run may find something in another run.
bool is_needless(const Suppression& suppression) {
  return !suppression.used && suppression.mistake == Suppression::Mistake::none &&
         rules::is_known(suppression.id) && suppression.judges == rules_of(suppression);
}

void check(const Suppression& suppression, Report& report) {
  if (!is_needless(suppression)) return;
  report.add(suppression.place, fmt::format("`{}` finds nothing here that could be ignored", suppression.id))
      .mend(fmt::format("remove `{}`", suppression.id), suppression.removal);
}

constexpr Example examples[] = {
    {"nothing is wrong",
     R"({"Type": "Pass", "Comment": "Waits. sfn-lint: ignore=«structure/end-false» generated", "End": true})",
     R"({"Type": "Pass", "Comment": "Waits.", "End": true})"},
    {"one of two",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Comment": "sfn-lint: ignore=structure/end-false,«flow/next-target» why",
 "End": false, "Next": "B"}, "B": {"Type": "Succeed"}}})",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Comment": "sfn-lint: ignore=structure/end-false why",
 "End": false, "Next": "B"}, "B": {"Type": "Succeed"}}})"},
    {"nothing else is in the comment",
     R"({"Type": "Pass", "Comment": "sfn-lint: ignore=«structure/end-false»", "End": true})",
     R"({"Type": "Pass", "End": true})"},
    {"it silences something",
     R"({"Type": "Pass", "Comment": "sfn-lint: ignore=structure/end-false generated", "End": false, "Next": "S"})"},
    {"an error may hide what it is for: no rule says now that nothing leads to B",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "C"},
 "B": {"Type": "Succeed", "Comment": "sfn-lint: ignore=flow/unreachable-state for later"}}})"},
    {"what the rule depends on is not known in this run: the task definition",
     R"({"Type": "Pass", "Comment": "sfn-lint: ignore=ecs/container-name-unknown", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/unused-suppression",
    .severity = Severity::warning,
    .summary = "a suppression that silences nothing",
    .why =
        "What it was written for is mended or gone. It stays silent about the next fault of its kind, which "
        "nobody meant to allow. The fix takes the id out, and with the last one the marker and its reason.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .suppression = check,
};

}  // namespace sfn::rules::practice::unused_suppression
