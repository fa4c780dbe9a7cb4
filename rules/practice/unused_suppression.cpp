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
  report.add(suppression.place, fmt::format("unused suppression: `{}` reports nothing here", suppression.id))
      .offer(fmt::format("remove `{}`", suppression.id), suppression.removal);
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
    {"another error may hide the finding",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "C"},
 "B": {"Type": "Succeed", "Comment": "sfn-lint: ignore=flow/unreachable-state for later"}}})"},
    {"the rule needs a task definition, which this run does not have",
     R"({"Type": "Pass", "Comment": "sfn-lint: ignore=ecs/container-name-unknown", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/unused-suppression",
    .severity = Severity::warning,
    .summary = "a suppression that has no effect",
    .why =
        "The finding that it was written for has been fixed or is gone. The suppression would also hide "
        "the next finding of its kind, which nobody meant to allow. The fix removes the ID, and with the "
        "last ID the marker and its reason.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .suppression = check,
};

}  // namespace sfn::rules::practice::unused_suppression
