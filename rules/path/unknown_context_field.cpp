// A warning: AWS adds fields without notice.
#include <fmt/core.h>

#include "lint/asl/context_object.h"
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::unknown_context_field {

namespace {

using asl::path::Path;

// The token is marked whole, as ecs/token-misspelled does, since its fix replaces it whole.
Span marked(const Path& path, const asl::context_object::Reading& reading) {
  const asl::path::Step& step = path.steps[*reading.unknown];
  if (reading.meant == "Task.Token") return {path.root_span.begin, path.steps[reading.replaces - 1].span.end};
  return step.name.begin < step.name.end ? step.name : step.span;
}

void check_path(const asl::Expression& expression, const Path& path, Report& report) {
  if (path.root != asl::path::Root::context) return;
  const auto names = asl::path::leading_members(path);
  const auto reading = asl::context_object::read(names);
  if (!reading.unknown) return;
  std::string message =
      fmt::format("`{}` is not a documented field of the context object", names[*reading.unknown]);
  if (reading.meant) message += fmt::format("; did you mean `$$.{}`?", *reading.meant);
  Diagnostic& found = report.add(expression.at(marked(path, reading)), std::move(message));
  if (!reading.meant) return;
  const Place whole = expression.at(path.root_span.begin, path.steps[reading.replaces - 1].span.end);
  found.offer(fmt::format("write `$$.{}`", *reading.meant),
              replace_text(whole, fmt::format("$$.{}", *reading.meant)));
}

void check(const asl::Expression& expression, Report& report) {
  each_path(expression, [&](const Path& path) { check_path(expression, path, report); });
}

constexpr Example examples[] = {
    {"a name from elsewhere",
     R"json({"Type": "Pass", "Parameters": {"arn.$": "$$.Execution.«Arn»"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"arn.$": "$$.Execution.Id"}, "End": true})json"},
    {"another letter case, in a call",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $$.«execution».Name)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $$.Execution.Name)"}, "End": true})json"},
    {"a name that nothing is near",
     R"json({"Type": "Pass", "Parameters": {"a.$": "$$.«Foo».Bar"}, "End": true})json"},
    {"fields that exist",
     R"json({"Type": "Pass", "Parameters": {"a.$": "$$.Execution.Input.order.id", "b.$": "$$"}, "End": true})json"},
};

constexpr std::string_view spoken_of[] = {"ecs/token-misspelled"};

}  // namespace

extern const Rule rule{
    .id = "path/unknown-context-field",
    .severity = Severity::warning,
    .summary = "an unknown field of the context object",
    .why =
        "A path to a field that does not exist fails the state with `States.Runtime`. The context object "
        "has `Execution`, `State` and `StateMachine`, in a callback task also `Task`, and in a Map state "
        "also `Map`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html",
    .examples = examples,
    .yields_to = spoken_of,
    .about = {.expressions = {asl::ExpressionKind::path, asl::ExpressionKind::intrinsic}},
    .expression = check,
};

}  // namespace sfn::rules::path::unknown_context_field
