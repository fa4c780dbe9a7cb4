// A warning: AWS adds fields without notice.
#include <fmt/core.h>

#include "lint/asl/context_object.h"
#include "rules/jsonata/shared/parsed.h"

namespace sfn::rules::jsonata::unknown_context_field {

namespace {

// The token is marked whole, as ecs/token-misspelled does, since its fix replaces it whole.
Place marked(const asl::Expression& expression, const StatesUse& use,
             const asl::context_object::Reading& reading) {
  const auto& tree = expression.jsonata()->tree;
  if (reading.meant == "Task.Token")
    return expression.at(tree[use.node].begin, tree[use.members[reading.replaces].node].end);
  return token_place(expression, use.members[*reading.unknown + 1].node);
}

void check_use(const asl::Expression& expression, const StatesUse& use, Report& report) {
  std::vector<std::string_view> names;
  for (size_t i = 1; i < use.members.size(); ++i) names.push_back(use.members[i].name);
  const auto reading = asl::context_object::read(names);
  if (!reading.unknown) return;
  std::string message =
      fmt::format("`{}` is not a documented field of the context object", names[*reading.unknown]);
  if (reading.meant) message += fmt::format("; did you mean `$states.context.{}`?", *reading.meant);
  Diagnostic& found = report.add(marked(expression, use, reading), std::move(message));
  if (!reading.meant) return;
  const auto& tree = expression.jsonata()->tree;
  const std::string better = fmt::format("$states.context.{}", *reading.meant);
  found.offer(
      fmt::format("write `{}`", better),
      replace_text(expression.at(tree[use.node].begin, tree[use.members[reading.replaces].node].token_end),
                   better));
}

void check(const asl::Expression& expression, Report& report) {
  for (const StatesUse& use : states_uses(expression, "context")) check_use(expression, use, report);
}

constexpr Example examples[] = {
    {"a name from elsewhere",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.context.Execution.«Arn» %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.context.Execution.Id %}", "End": true})"},
    {"another letter case",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.context.«execution».Name %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.context.Execution.Name %}", "End": true})"},
    {"fields that exist",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.context.Execution.Input.order.id %}", "End": true})"},
};

constexpr std::string_view spoken_of[] = {"ecs/token-misspelled"};

}  // namespace

extern const Rule rule{
    .id = "jsonata/unknown-context-field",
    .severity = Severity::warning,
    .summary = "an unknown field of `$states.context`",
    .why =
        "A field that does not exist has no value, and the state fails with `States.QueryEvaluationError`. "
        "The context object has `Execution`, `State` and `StateMachine`, in a callback task also `Task`, "
        "and in a Map state also `Map`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html",
    .examples = examples,
    .yields_to = spoken_of,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::unknown_context_field
