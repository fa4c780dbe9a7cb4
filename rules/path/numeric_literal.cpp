#include <fmt/core.h>

#include "lint/asl/payload.h"
#include "lint/asl/resource.h"
#include "rules/path/shared/parts.h"
#include "schemas/schemas.h"

namespace sfn::rules::path::numeric_literal {

namespace {

using asl::intrinsic::Argument;

// The shape of the parameter that the value is, from the integration's tables; absent if it has none.
schemas::Shape shape_of(Value value, Value arguments, schemas::Shape root) {
  if (value == arguments) return root;
  const Value parent = value.parent();
  if (!parent) return {};
  const schemas::Shape owner = shape_of(parent, arguments, root);
  if (parent.is_array()) return owner.item();
  return owner.member(asl::parameter(value, asl::QueryLanguage::jsonpath).name).shape();
}

void check(const asl::Expression& expression, Report& report) {
  const auto* call = sound_call(expression);
  if (!call || call->name != "States.Array" || !expression.construct.is(asl::ConstructKind::task)) return;
  const Value arguments = expression.state()->arguments();
  if (!expression.value.inside(arguments)) return;
  const asl::Resource resource = asl::resource(*expression.state());
  if (resource.kind != asl::ResourceKind::integration) return;
  const auto shape =
      shape_of(expression.value, arguments, schemas::parameters(resource.service, resource.action));
  if (shape.item().type() != schemas::Type::string) return;
  for (const Argument& argument : call->arguments) {
    if (argument.kind != Argument::Kind::number) continue;
    const std::string text = fmt::format("'{}'", argument.written);
    report
        .add(expression.at(argument.span),
             fmt::format("this is a number in a list of strings; write `{}`", text))
        .offer(fmt::format("write `{}`", text), replace_text(expression.at(argument.span), text));
  }
}

constexpr std::string_view spoken_of[] = {"ecs/command-element-not-string"};

constexpr Example examples[] = {
    {"an argument of a command",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "States.Array('--n', «5», $.x)"}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "States.Array('--n', '5', $.x)"}]}}, "End": true})json"},
    {"texts and paths",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "States.Array('--n', $.n)"}]}}, "End": true})json"},
    {"elsewhere", R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array(1, 2)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/numeric-literal",
    .severity = Severity::info,
    .summary = "a number in a call that builds a list of strings",
    .why =
        "The service expects a list of strings here. Step Functions converts some numbers to strings and "
        "refuses others; text in apostrophes is always accepted.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .yields_to = spoken_of,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::numeric_literal
