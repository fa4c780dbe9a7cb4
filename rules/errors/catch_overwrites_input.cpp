#include <fmt/core.h>

#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "schemas/results.h"

namespace sfn::rules::errors::catch_overwrites_input {

namespace {

using asl::types::Missing;
using asl::types::Origin;

// A reading of the handler that the error output `{"Error", "Cause"}` cannot answer.
bool reads_error(const Missing& missing, const asl::State& handler, const asl::types::Types& types) {
  return missing.path && missing.expression->state() == &handler &&
         missing.path->root == asl::path::Root::data && missing.holder_end == missing.path->root_span.end &&
         !missing.name.empty() && types.provenance(missing.holder).origin == Origin::error_output;
}

const Missing* first_read(const asl::Transition& transition, const asl::types::Flow& flow) {
  for (const Missing& missing : flow.facts().missing)
    if (reads_error(missing, *transition.to, flow.types())) return &missing;
  for (const asl::types::MissingOnOneWay& one : flow.missing_on_one_way())
    if (one.way.transition == &transition && reads_error(one.missing, *transition.to, flow.types()))
      return &one.missing;
  return nullptr;
}

void check(const asl::Transition& transition, const asl::types::Flow& flow, Report& report) {
  const Value catcher = transition.holder;
  if (catcher.has("ResultPath") || catcher.open()) return;
  const Missing* read = first_read(transition, flow);
  if (!read) return;
  report
      .add(catcher.label(),
           fmt::format("without `ResultPath` the error replaces the input, but state `{}` reads "
                       "that input",
                       transition.to->name))
      .note(fmt::format("`{}` is read here", asl::types::written(*read)), read->expression->at(read->span))
      .offer_unsafe("keep the input and add the error to it",
                    insert_member(catcher, "ResultPath", R"("$.error")"));
}

void check(const asl::Machine& machine, Report& report) {
  const auto& flow = machine.derive<schemas::DataFlow>();
  for (const asl::State& state : machine.states())
    for (const asl::Transition& transition : state.transitions)
      if (transition.kind == asl::TransitionKind::catcher && transition.to && !transition.to->jsonata())
        check(transition, flow, report);
}

constexpr Example examples[] = {
    {"the handler reads what the error has replaced",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Catch": [«{»"ErrorEquals": ["States.ALL"], "Next": "B"}]},
        "B": {"Type": "Pass", "InputPath": "$.order", "End": true}}})",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B", "ResultPath": "$.error"}]},
        "B": {"Type": "Pass", "InputPath": "$.order", "End": true}}})"},
    {"the handler asks first what is there",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
        "B": {"Type": "Choice", "Default": "C", "Choices": [{"And": [{"Variable": "$.order", "IsPresent": true},
              {"Variable": "$.order.id", "IsString": true}], "Next": "C"}]},
        "C": {"Type": "Succeed"}}})"},
    {"the handler outputs only its own data",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
        "B": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "ResultPath": "$.sent", "OutputPath": "$.sent", "End": true}}})"},
    {"the handler reads the error",
     R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
        "B": {"Type": "Pass", "InputPath": "$.Cause", "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/catch-overwrites-input",
    .severity = Severity::info,
    .summary = "a catcher that replaces input that its target state reads",
    .why =
        "Without `ResultPath` a catcher replaces the state's input with the error output, `{\"Error\": "
        "..., \"Cause\": ...}`. If the next state reads the old input, its path finds nothing, and the "
        "handler itself fails with `States.Runtime`. `\"ResultPath\": \"$.error\"` keeps both.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .about = {.languages = asl::QueryLanguage::jsonpath},
    .machine = check,
};

}  // namespace sfn::rules::errors::catch_overwrites_input
