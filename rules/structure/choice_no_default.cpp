#include <set>
#include <string>

#include "lint/asl/constructs.h"
#include "lint/rule.h"
#include "rules/structure/shared/choice.h"
#include "rules/structure/shared/condition.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::choice_no_default {

namespace {

bool is_exhaustive_jsonpath(Value rules) {
  std::set<std::string> seen;
  for (const Value rule : rules) {
    const Opposites others = opposites(rule);
    if (seen.count(others.negated) != 0 || seen.count(others.complement) != 0) return true;
    if (std::string own = condition_text(rule); !own.empty()) seen.insert(std::move(own));
  }
  return false;
}

bool is_exhaustive_jsonata(Value rules) {
  std::vector<std::string_view> seen;
  for (const Value rule : rules) {
    if (always_holds(rule["Condition"])) return true;
    const auto own = expression_text(rule["Condition"]);
    if (own.empty()) continue;
    for (const std::string_view earlier : seen)
      if (are_opposite(earlier, own)) return true;
    seen.push_back(own);
  }
  return false;
}

bool has_unknown_rule(Value rules) {
  for (const Value rule : rules)
    if (!rule.is_object() || rule.open()) return true;
  return !rules.is_array();
}

void check(const asl::Construct& construct, Report& report) {
  if (construct.value.open()) return;
  if (has_in_some_form(construct, "Default")) return;
  const Value rules = construct.value["Choices"];
  // Next on a Choice is meant as Default, and no rules at all are an error.
  if (!rules.first_child() || has_unknown_rule(rules) || construct.value.has("Next")) return;
  if (construct.jsonata() ? is_exhaustive_jsonata(rules) : is_exhaustive_jsonpath(rules)) return;
  report.add(construct.value.label(),
             "this Choice state has no `Default`, so it fails with `States.NoChoiceMatched` if no rule "
             "matches");
}

constexpr Example examples[] = {
    {"possibly no rule matches",
     R"({"StartAt": "A", "States": {«"A"»: {"Type": "Choice",
         "Choices": [{"Variable": "$.a", "StringEquals": "x", "Next": "A"}]}}})"},
    {"a default",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "S"}]})"},
    {"rules for every case",
     R"({"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "S"},
         {"Variable": "$.a", "IsPresent": false, "Next": "S"}]})"},
    {"numbers on both sides",
     R"({"Type": "Choice", "Choices": [{"Variable": "$.a", "NumericLessThan": 5, "Next": "S"},
         {"Variable": "$.a", "NumericGreaterThanEquals": 5, "Next": "S"}]})"},
    {"expressions for every case",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Choices": [{"Condition": "{% $n > 5 %}", "Next": "S"},
         {"Condition": "{% $n <= 5 %}", "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/choice-no-default",
    .severity = Severity::warning,
    .summary = "a Choice state without `Default` whose rules do not cover every case",
    .why =
        "If no rule matches and there is no `Default`, the state fails with `States.NoChoiceMatched`. A "
        "Choice state cannot have a `Catch`, so the execution fails as well.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::choice},
    .construct = check,
};

}  // namespace sfn::rules::structure::choice_no_default
