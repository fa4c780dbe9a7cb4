#include "lint/rule.h"
#include "lint/suppression.h"

namespace sfn::rules::practice::suppression_form {

namespace {

using Mistake = Suppression::Mistake;

std::string_view message(Mistake mistake) {
  switch (mistake) {
    case Mistake::no_colon:
      return "this does not suppress anything, because the colon after `sfn-lint` is missing; write "
             "`sfn-lint: ignore=RULE`";
    case Mistake::no_equals:
      return "this does not suppress anything, because the equals sign before the rules is missing; write "
             "`sfn-lint: ignore=RULE`";
    case Mistake::no_ids:
      return "this does not suppress anything, because no rule follows the equals sign; write `sfn-lint: "
             "ignore=RULE`";
    case Mistake::empty_id:
      return "a rule is missing at this comma; separate rules without blanks, as in `ignore=RULE,RULE`";
    case Mistake::other_word:
      return "this does not suppress anything; write `sfn-lint: ignore=RULE`";
    case Mistake::none:
      break;
  }
  return {};
}

void check(const Suppression& suppression, Report& report) {
  if (suppression.mistake != Mistake::none)
    report.add(suppression.place, std::string(message(suppression.mistake)));
}

constexpr Example examples[] = {
    {"no equals sign", R"({"Type": "Succeed", "Comment": "«sfn-lint: ignore» ecs/launch-type"})"},
    {"no rule", R"({"Type": "Succeed", "Comment": "«sfn-lint: ignore=»"})"},
    {"no colon", R"({"Type": "Succeed", "Comment": "«sfn-lint ignore»=ecs"})"},
    {"a blank in the list", R"({"Type": "Succeed", "Comment": "sfn-lint: ignore=ecs«,» flow"})"},
    {"another tool's word", R"({"Type": "Succeed", "Comment": "«sfn-lint: disable»=ecs"})"},
    {"a suppression", R"({"Type": "Succeed", "Comment": "Ends. sfn-lint: ignore=ecs,flow/one the reason"})"},
    {"text about the program",
     R"({"Type": "Succeed", "Comment": "Checked with sfn-lint. Do not ignore it."})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/suppression-form",
    .severity = Severity::warning,
    .summary = "a suppression with a syntax error",
    .why =
        "The suppression has no effect, or less than it seems to. Write `sfn-lint: ignore=RULE,RULE "
        "reason`, with rules or families separated by commas without blanks. Whatever follows is the "
        "reason.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .suppression = check,
};

}  // namespace sfn::rules::practice::suppression_form
