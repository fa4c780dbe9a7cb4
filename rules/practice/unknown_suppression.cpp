#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/suppression.h"
#include "lint/wording.h"
#include "rules/registry.h"

namespace sfn::rules::practice::unknown_suppression {

namespace {

void check(const Suppression& suppression, Report& report) {
  if (suppression.mistake != Suppression::Mistake::none || rules::is_known(suppression.id)) return;
  std::string message = fmt::format("no rule or family is called `{}`", suppression.id);
  const auto meant = rules::nearest_name(suppression.id);
  message += wording::did_you_mean(meant);
  Diagnostic& found = report.add(suppression.place, std::move(message));
  if (meant)
    found.offer_unsafe(fmt::format("change to `{}`", *meant), rename(suppression, std::string(*meant)));
}

constexpr Example examples[] = {
    {"a slip",
     R"({"Type": "Pass", "Comment": "sfn-lint: ignore=«structure/end-fales»", "End": false, "Next": "S"})",
     R"({"Type": "Pass", "Comment": "sfn-lint: ignore=structure/end-false", "End": false, "Next": "S"})"},
    {"a rule of another tool", R"({"Type": "Succeed", "Comment": "sfn-lint: ignore=«W3002»"})"},
    {"a rule and a family", R"({"Type": "Succeed", "Comment": "sfn-lint: ignore=structure/end-false,ecs"})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/unknown-suppression",
    .severity = Severity::warning,
    .summary = "a suppression of a rule that does not exist",
    .why = "The suppression has no effect. The finding that it is meant for is reported, or will be.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .suppression = check,
};

}  // namespace sfn::rules::practice::unknown_suppression
