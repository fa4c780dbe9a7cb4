#include "rules/path/shared/parts.h"

namespace sfn::rules::path::map_context_outside_map {

namespace {

using asl::Expression;
using asl::path::Path;

bool in_processor(const asl::Scope* scope) {
  for (; scope; scope = scope->parent())
    if (scope->kind == asl::ScopeKind::processor) return true;
  return false;
}

// In the states of the processor AWS advises against it, but it works.
bool has_item(const Expression& expression) {
  if (in_processor(expression.construct.scope)) return true;
  if (!expression.state()->is(asl::StateType::map)) return false;
  const std::string_view field = expression.field->name;
  return field == "ItemSelector" || field == "Parameters" || field == "BatchInput";
}

void check(const Expression& expression, Report& report) {
  if (!expression.state() || has_item(expression)) return;
  each_path(expression, [&](const Path& path) {
    if (asl::path::begins_with(path, asl::path::Root::context, {"Map"}))
      report.add(expression.at(path.root_span.begin, path.steps[0].span.end),
                 "`$$.Map` exists only in the `ItemSelector` of a Map state");
  });
}

constexpr Example examples[] = {
    {"a Pass state on its own",
     R"json({"Type": "Pass", "Parameters": {"n.$": "«$$.Map».Item.Index"}, "End": true})json"},
    {"in the fields of a Map that come before its items",
     R"json({"Type": "Map", "ItemsPath": "«$$.Map».Item.Value", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})json"},
    {"in ItemSelector",
     R"json({"Type": "Map", "ItemSelector": {"n.$": "$$.Map.Item.Index"}, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/map-context-outside-map",
    .severity = Severity::warning,
    .summary = "the item of a Map state where there is none",
    .why =
        "The context object has `Map` only while a Map state builds the input of an iteration, in its "
        "`ItemSelector`. Elsewhere the path finds nothing, and the state fails with `States.Runtime`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html",
    .examples = examples,
    .about = {.expressions = {asl::ExpressionKind::path, asl::ExpressionKind::intrinsic}},
    .expression = check,
};

}  // namespace sfn::rules::path::map_context_outside_map
