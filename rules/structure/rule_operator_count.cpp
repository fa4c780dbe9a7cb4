#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/choice.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::rule_operator_count {

namespace {

using asl::Construct;
using asl::ConstructKind;

// A misspelt comparison, or the Condition of JSONata, is told elsewhere.
bool has_another_fault(const Construct& construct) {
  for (const Value member : construct.value) {
    const std::string_view name = member.name();
    if (!has_plain_name(member) || meant_as_operator(construct, name) || name == "Condition") return true;
    if (is_dynamic_field(name)) return true;
    if (!asl::find_field(construct.kind, name) && is_connective(intended(construct, name).value_or("")))
      return true;
  }
  return false;
}

void check(const Construct& construct, Report& report) {
  const bool rule = construct.is(ConstructKind::choice_rule) || construct.is(ConstructKind::nested_rule);
  if (!rule || construct.jsonata()) return;
  const Value first = first_operator(construct.value);
  if (!first) {
    if (!construct.value.open() && !has_another_fault(construct))
      report.add(construct.value.label(),
                 "a choice rule needs a comparison such as `StringEquals`, or `And`, `Or` or `Not`");
    return;
  }
  for (Value member = first.next(); member; member = member.next())
    if (is_connective(member.name()) || asl::is_comparison(member.name()))
      report
          .add(member.key(), fmt::format("a choice rule has only one operator, but {} follows {}",
                                         wording::code(member.name()), wording::code(first.name())))
          .note("combine several comparisons with `And` or `Or`");
}

constexpr Example examples[] = {
    {"two comparisons",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "StringEquals": "x", «"IsNull"»: true, "Next": "S"}]})"},
    {"no comparison",
     R"({"Type": "Choice", "Default": "S", "Choices": [«{»"Variable": "$.a", "Next": "S"}]})"},
    {"one comparison",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "S"}]})"},
    {"a condition in JSONata",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S",
         "Choices": [{"Condition": "{% $n = 1 %}", "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/rule-operator-count",
    .severity = Severity::error,
    .summary = "a choice rule without a comparison, or with several",
    .why =
        "A choice rule has exactly one comparison, or exactly one of `And`, `Or` and `Not`. Otherwise Step "
        "Functions refuses the definition when it is deployed. Combine several comparisons with `And`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::rule_operator_count
