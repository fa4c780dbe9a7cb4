#include "lint/rule.h"
#include "lint/suppression.h"

namespace sfn::rules::practice::suppression_form {

namespace {

using Mistake = Suppression::Mistake;

std::string_view message(Mistake mistake) {
  switch (mistake) {
    case Mistake::no_colon:
      return "this suppresses nothing: a colon belongs behind the name, `sfn-lint: ignore=RULE`";
    case Mistake::no_equals:
      return "this suppresses nothing: rules follow an equals sign, `sfn-lint: ignore=RULE`";
    case Mistake::no_ids:
      return "this suppresses nothing: no rule follows the equals sign, `sfn-lint: ignore=RULE`";
    case Mistake::empty_id:
      return "a rule is missing at this comma; between the rules of a list are no blanks, `ignore=RULE,RULE`";
    case Mistake::other_word:
      return "this suppresses nothing; a suppression reads `sfn-lint: ignore=RULE`";
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
    {"a text about the program",
     R"({"Type": "Succeed", "Comment": "Checked with sfn-lint. Do not ignore it."})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/suppression-form",
    .severity = Severity::warning,
    .summary = "a suppression that is not written as one",
    .why =
        "It silences nothing, or less than it seems to. The form is `sfn-lint: ignore=RULE,RULE reason`: "
        "rules "
        "or families, commas without blanks, and whatever follows is the reason.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .suppression = check,
};

}  // namespace sfn::rules::practice::suppression_form
