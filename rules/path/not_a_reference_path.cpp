#include <fmt/core.h>

#include "rules/path/shared/parts.h"

namespace sfn::rules::path::not_a_reference_path {

namespace {

bool takes_reference(const asl::Field& field) {
  return field.content == asl::Content::reference_path || field.content == asl::Content::result_path ||
         field.content == asl::Content::text_path;
}

// AWS has not been seen to refuse a negative index.
void check(const asl::Expression& expression, Report& report) {
  const auto* path = sound_path(expression);
  if (!path || !expression.path_field() || !takes_reference(*expression.field)) return;
  const auto step = asl::path::not_reference(*path);
  if (!step || step->kind == asl::path::Step::Kind::index) return;
  report.add(expression.at(step->span),
             fmt::format("{} is not allowed in `{}`, which accepts only a reference path, one that selects "
                         "exactly one node",
                         step->what, expression.field->name));
}

constexpr Example examples[] = {
    {"a wildcard", R"json({"Type": "Pass", "ResultPath": "$.a«[*]»", "End": true})json"},
    {"a slice",
     R"json({"Type": "Map", "ItemsPath": "$.rows«[1:]»", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})json"},
    {"names and indexes", R"json({"Type": "Wait", "SecondsPath": "$.waits[0].seconds", "End": true})json"},
    {"a field that takes any path", R"json({"Type": "Pass", "InputPath": "$.a[*]", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/not-a-reference-path",
    .severity = Severity::error,
    .summary = "a path that can select many nodes where one is needed",
    .why =
        "These fields accept only a reference path, which consists of names and indexes. With wildcards, "
        "slices, filters, `..` or functions, Step Functions refuses the definition when it is deployed. "
        "`InputPath`, `OutputPath` and payload templates accept any path.",
    .see = "https://states-language.net/spec.html#ref-paths",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::path},
    .expression = check,
};

}  // namespace sfn::rules::path::not_a_reference_path
