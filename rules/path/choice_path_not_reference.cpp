// The specification says Path, the Developer Guide Reference Path, so it is a warning.
#include <fmt/core.h>

#include "rules/path/shared/parts.h"

namespace sfn::rules::path::choice_path_not_reference {

namespace {

bool compares(const asl::Construct& construct) {
  return construct.is(asl::ConstructKind::choice_rule) || construct.is(asl::ConstructKind::nested_rule);
}

void check(const asl::Expression& expression, Report& report) {
  const auto* path = sound_path(expression);
  if (!path || !expression.path_field() || !compares(expression.construct)) return;
  const auto step = asl::path::not_reference(*path);
  if (!step || step->kind == asl::path::Step::Kind::index) return;
  report.add(expression.at(step->span),
             fmt::format("{} is used in `{}`, where AWS documents only reference paths", step->what,
                         expression.field->name));
}

constexpr Example examples[] = {
    {"a wildcard",
     R"json({"Type": "Choice", "Choices": [{"Variable": "$.a«[*]».b", "StringEquals": "x", "Next": "S"}]})json"},
    {"names and indexes",
     R"json({"Type": "Choice", "Choices": [{"Variable": "$.a[0].b", "StringEquals": "x", "Next": "S"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/choice-path-not-reference",
    .severity = Severity::warning,
    .summary = "a comparison with a path that can select many nodes",
    .why =
        "The Developer Guide allows only reference paths in choice rules. A path with a wildcard or a "
        "filter returns an array, which no comparison except `IsPresent` matches.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::path},
    .expression = check,
};

}  // namespace sfn::rules::path::choice_path_not_reference
