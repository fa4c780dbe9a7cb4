#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "rules/flow/shared/targets.h"

namespace sfn::rules::flow::next_target {

namespace {

void report_target(const asl::Transition& transition, Report& report) {
  const asl::Scope& scope = *transition.from->scope;
  const std::string_view name = *transition.target.literal();
  const Meant like = meant(scope, name);
  Diagnostic& found = report.add(transition.target.place(), describe_target(scope, name, like));
  fix_target(found, transition.target, like);
  const asl::State* other = like.state ? nullptr : elsewhere(*scope.machine, scope, name);
  if (other)
    found.note(fmt::format("`{}` is here, but a transition cannot leave its branch or item processor", name),
               other->value.key());
}

void check(const asl::State& state, Report& report) {
  for (const asl::Transition& transition : state.transitions)
    if (is_broken(*state.scope, transition.target, transition.to)) report_target(transition, report);
}

constexpr Example examples[] = {
    {"a state that does not exist", R"({"Type": "Pass", "Next": «"Missing"»})"},
    {"another letter case",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": «"next step"»}, "Next step": {"Type": "Succeed"}}})",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "Next step"}, "Next step": {"Type": "Succeed"}}})"},
    {"a misspelled name",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": «"Finsh"»}, "Finish": {"Type": "Succeed"}}})",
     R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "Finish"}, "Finish": {"Type": "Succeed"}}})"},
    {"out of a branch",
     R"({"StartAt": "P", "States": {"Outer": {"Type": "Succeed"}, "P": {"Type": "Parallel", "Next": "Outer",
         "Branches": [{"StartAt": "In", "States": {"In": {"Type": "Pass", "Next": «"Outer"»}}}]}}})"},
    {"rules, defaults and catchers",
     R"({"StartAt": "C", "States": {"C": {"Type": "Choice", "Default": "T", "Choices": [
           {"Variable": "$.a", "IsNull": true, "Next": "T"}]},
         "T": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
           "Catch": [{"ErrorEquals": ["States.ALL"], "Next": «"Lost"»}]}}})"},
    {"a name that a template fills in", R"({"Type": "Pass", "Next": "After ${Name}"})"},
};

constexpr std::string_view yields_to[] = {"jsonata/static-field"};

}  // namespace

extern const Rule rule{
    .id = "flow/next-target",
    .severity = Severity::error,
    .summary = "a transition to a state that does not exist",
    .why =
        "Step Functions refuses the definition when it is deployed (`MISSING_TRANSITION_TARGET`). Names "
        "must match exactly, and a transition can only lead to a state in its own branch or item "
        "processor.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .yields_to = yields_to,
    .state = check,
};

}  // namespace sfn::rules::flow::next_target
