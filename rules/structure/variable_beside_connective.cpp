// Its second half: not known to be refused.
#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/rule.h"
#include "rules/structure/shared/choice.h"

namespace sfn::rules::structure::variable_beside_connective {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const bool rule =
      construct.is(asl::ConstructKind::choice_rule) || construct.is(asl::ConstructKind::nested_rule);
  const Value variable = rule && !construct.jsonata() ? construct.value["Variable"] : Value();
  if (!variable) return;
  const Value op = first_operator(construct.value);
  if (op && is_connective(op.name()))
    report.add(variable.key(), fmt::format("`Variable` has no effect next to `{}`", op.name()))
        .offer_unsafe("remove `Variable`", remove(variable));
}

constexpr Example examples[] = {
    {"a variable of nothing",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{«"Variable"»: "$.a", "Not": {"Variable": "$.a", "IsNull": true}, "Next": "S"}]})",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Not": {"Variable": "$.a", "IsNull": true}, "Next": "S"}]})"},
    {"a comparison",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "S"}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/variable-beside-connective",
    .severity = Severity::warning,
    .summary = "`Variable` next to `And`, `Or` or `Not`",
    .why =
        "`And`, `Or` and `Not` contain rules that each have a `Variable`. One next to them is not compared "
        "with anything, and perhaps a comparison is missing.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::variable_beside_connective
