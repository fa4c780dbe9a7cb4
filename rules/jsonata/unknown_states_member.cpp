// The ECS page of the Developer Guide itself prints `{% $state.input.commands %}`.
#include <fmt/core.h>

#include <algorithm>

#include "lint/nearest.h"
#include "rules/jsonata/shared/parsed.h"

namespace sfn::rules::jsonata::unknown_states_member {

namespace {

using asl::Expression;
using asl::jsonata::Member;
using asl::jsonata::VariableUse;

constexpr std::string_view members[] = {"input", "context", "result", "errorOutput"};

bool is_member(std::string_view name) {
  return std::find(std::begin(members), std::end(members), name) != std::end(members);
}

// Names from elsewhere, and fields that stand one level deeper.
std::string_view meant(std::string_view name) {
  for (const std::string_view own : {"Execution", "State", "StateMachine", "Task", "Map"})
    if (equal_without_case(name, own)) return "context";
  for (const std::string_view own : {"output", "response"})
    if (equal_without_case(name, own)) return "result";
  for (const std::string_view own : {"error", "errors", "errorInfo", "error_output"})
    if (equal_without_case(name, own)) return "errorOutput";
  return nearest(name, members).value_or(std::string_view());
}

bool is_inside(std::string_view name) { return !name.empty() && name.front() >= 'A' && name.front() <= 'Z'; }

void check_member(const Expression& expression, const Member& member, Report& report) {
  if (is_member(member.name)) return;
  const std::string_view right = meant(member.name);
  const std::string fault = fmt::format("`$states` has no `{}`", member.name);
  if (right.empty()) {
    report.add(token_place(expression, member.node),
               fault + "; it has `input`, `context`, `result` and `errorOutput`");
    return;
  }
  // `$states.Execution` stands below `context`.
  const std::string better = right == "context" && is_inside(member.name) && member.name != "Context"
                                 ? fmt::format("context.{}", member.name)
                                 : std::string(right);
  report
      .add(token_place(expression, member.node), fmt::format("{}; did you mean `$states.{}`?", fault, better))
      .offer(fmt::format("write `$states.{}`", better),
             replace_text(token_place(expression, member.node), better));
}

// `$state.input`: another variable than `$states`, with a field that only `$states` is known to have.
bool meant_as_states(const Expression& expression, const VariableUse& use) {
  if (use.called || use.name == "states") return false;
  if (edit_distance(use.name, "states") > 2) return false;
  const auto behind = asl::jsonata::members_behind(expression.jsonata()->tree, use.node);
  return !behind.empty() && is_member(behind.front().name) && !may_be_variable(expression, use.name);
}

void check(const Expression& expression, Report& report) {
  const auto* tree = sound_tree(expression);
  if (!tree) return;
  for (const StatesUse& use : states_uses(expression))
    if (!use.members.empty()) check_member(expression, use.members.front(), report);
  for (const VariableUse& use : asl::jsonata::free_variables(*tree))
    if (meant_as_states(expression, use))
      report
          .add(place(expression, use.node),
               fmt::format("variable `${}` is never assigned; did you mean `$states`?", use.name))
          .offer_unsafe("write `$states`", replace_text(place(expression, use.node), "$states"));
}

constexpr Example examples[] = {
    {"without its `s`",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"Cluster": "c", "TaskDefinition": "web", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command": "{% «$state».input.commands %}"}]}}, "End": true})",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"Cluster": "c", "TaskDefinition": "web", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command": "{% $states.input.commands %}"}]}}, "End": true})"},
    {"a field that is near",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.«Input».id %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.id %}", "End": true})"},
    {"a field of the context object",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.«Execution».Id %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.context.Execution.Id %}", "End": true})"},
    {"a field that is nowhere",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.«payload».id %}", "End": true})"},
    {"the fields that there are",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "Output": "{% $states.input.a & $states.context.Execution.Id & $states.result.MessageId %}", "End": true})"},
    {"a user's variable",
     R"({"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"state": {"input": 1}}, "Next": "B"}, "B": {"Type": "Pass", "Output": "{% $state.input %}", "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/unknown-states-member",
    .severity = Severity::error,
    .summary = "a misspelled `$states`, or a field that it does not have",
    .why =
        "`$states` has the fields `input`, `context`, `result` and `errorOutput`, in this letter case. Any "
        "other field has no value, and the state fails when it runs, with `States.QueryEvaluationError`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::unknown_states_member
