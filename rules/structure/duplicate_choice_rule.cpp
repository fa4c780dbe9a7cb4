#include <string>
#include <unordered_map>

#include "lint/asl/constructs.h"
#include "lint/rule.h"
#include "rules/structure/shared/choice.h"
#include "rules/structure/shared/condition.h"

namespace sfn::rules::structure::duplicate_choice_rule {

namespace {

std::string text_of(const asl::Construct& construct, Value rule) {
  return construct.jsonata() ? std::string(expression_text(rule["Condition"])) : condition_text(rule);
}

void report_repeated(Value rule, Value earlier, Report& report) {
  report.add(rule.label(), "this rule never matches, because an earlier one has the same condition")
      .note("the earlier rule is here", earlier.label())
      .offer_unsafe("remove the rule", remove(rule));
}

void check(const asl::Construct& construct, Report& report) {
  std::unordered_map<std::string, Value> seen;
  Value always;
  for (const Value rule : construct.value["Choices"]) {
    if (always) {
      report.add(rule.label(), "this rule never matches, because an earlier one always does")
          .note("the earlier rule is here", always.label());
      continue;
    }
    if (construct.jsonata() && always_holds(rule["Condition"])) always = rule;
    std::string text = text_of(construct, rule);
    if (text.empty()) continue;
    const auto [at, is_new] = seen.emplace(std::move(text), rule);
    if (!is_new) report_repeated(rule, at->second, report);
  }
}

constexpr Example examples[] = {
    {"the same condition again",
     R"({"Type": "Choice", "Default": "S", "Choices": [
         {"Variable": "$.a", "StringEquals": "x", "Next": "S"}, «{»"StringEquals": "x", "Variable": "$.a", "Next": "S"}]})",
     R"({"Type": "Choice", "Default": "S", "Choices": [
         {"Variable": "$.a", "StringEquals": "x", "Next": "S"}]})"},
    {"after a rule that always matches",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Choices": [{"Condition": true, "Next": "S"},
         «{»"Condition": "{% $n > 5 %}", "Next": "S"}]})"},
    {"different conditions",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"Variable": "$.a", "StringEquals": "x", "Next": "S"},
         {"Variable": "$.a", "StringEquals": "y", "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/duplicate-choice-rule",
    .severity = Severity::warning,
    .summary = "a choice rule that never matches because of an earlier one",
    .why =
        "Rules are tried in order and the first match decides, so this one never does. Often such a rule "
        "was copied and its condition never changed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::choice},
    .construct = check,
};

}  // namespace sfn::rules::structure::duplicate_choice_rule
