#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/choice.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::rule_no_variable {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const bool rule =
      construct.is(asl::ConstructKind::choice_rule) || construct.is(asl::ConstructKind::nested_rule);
  if (!rule || construct.jsonata() || construct.value.open()) return;
  const Value op = first_operator(construct.value);
  if (!op || is_connective(op.name()) || has_in_some_form(construct, "Variable")) return;
  report.add(construct.value.label(), fmt::format("{} needs a `Variable`, the path of the value to compare",
                                                  wording::code(op.name())));
}

constexpr Example examples[] = {
    {"nothing to compare",
     R"({"Type": "Choice", "Default": "S", "Choices": [«{»"StringEquals": "x", "Next": "S"}]})"},
    {"a variable",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "S"}]})"},
    {"a rule of rules",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Not": {"Variable": "$.a", "IsNull": true}, "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/rule-no-variable",
    .severity = Severity::error,
    .summary = "a comparison without `Variable`",
    .why =
        "A comparison compares the value at the path `Variable`. Without it Step Functions refuses the "
        "definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::rule_no_variable
