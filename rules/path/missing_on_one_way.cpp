#include <fmt/core.h>

#include "lint/asl/context_object.h"
#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "schemas/results.h"

namespace sfn::rules::path::missing_on_one_way {

namespace {

using asl::types::MissingOnOneWay;
using asl::types::Origin;

// What a catcher hands on is the matter of errors/catch-overwrites-input. A service may well return more than
// is known of it.
bool is_ours(const MissingOnOneWay& one, const asl::types::Types& types) {
  if (one.way.transition->kind == asl::TransitionKind::catcher) return false;
  if (types.provenance(one.missing.holder).origin != Origin::definition) return false;
  return !one.missing.path ||
         !asl::context_object::looks_like_context(asl::path::leading_members(*one.missing.path));
}

void check(const asl::Machine& machine, Report& report) {
  const auto& flow = machine.derive<schemas::DataFlow>();
  for (const MissingOnOneWay& one : flow.missing_on_one_way()) {
    if (!is_ours(one, flow.types())) continue;
    Diagnostic& found = report.add(
        one.missing.expression->at(one.missing.span),
        fmt::format("`{}` does not exist when `{}` comes from `{}`", asl::types::written(one.missing),
                    one.missing.expression->state()->name, one.way.from->name));
    found.note("this way does not bring it", one.way.transition->target.place());
    asl::types::note_maker(machine, flow.types(), one.missing.holder, found);
  }
}

constexpr Example examples[] = {
    {"a loop drops what the first round had",
     R"json({"StartAt": "Run", "States": {
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "ResultPath": "$.run",
  "Parameters": {"TaskDefinition.$": "«$.task»"}, "Next": "Ok?"},
 "Ok?": {"Type": "Choice", "Default": "Done", "Choices": [{"Variable": "$.run.StopCode", "StringEquals": "SpotInterruption", "Next": "Again"}]},
 "Again": {"Type": "Pass", "Parameters": {"last.$": "$.run.StopCode"}, "Next": "Run"},
 "Done": {"Type": "Succeed"}}})json"},
    {"one of two ways makes it",
     R"json({"StartAt": "Ask", "States": {
 "Ask": {"Type": "Choice", "Default": "B", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "A"}]},
 "A": {"Type": "Pass", "Result": {"job": 1}, "Next": "Use"},
 "B": {"Type": "Pass", "Result": {"name": 2}, "Next": "Use"},
 "Use": {"Type": "Pass", "InputPath": "«$.job»", "End": true}}})json"},
    {"a way on which nobody knows",
     R"json({"StartAt": "Ask", "States": {
 "Ask": {"Type": "Choice", "Default": "Use", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "A"}]},
 "A": {"Type": "Pass", "Result": {"job": 1}, "Next": "Use"},
 "Use": {"Type": "Pass", "InputPath": "$.job", "End": true}}})json"},
    {"the state asks itself what is there",
     R"json({"StartAt": "Ask", "States": {
 "Ask": {"Type": "Choice", "Default": "B", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "A"}]},
 "A": {"Type": "Pass", "Result": {"job": "a"}, "Next": "Use"},
 "B": {"Type": "Pass", "Result": {"name": 2}, "Next": "Use"},
 "Use": {"Type": "Choice", "Default": "Done", "Choices": [{"And": [{"Variable": "$.job", "IsPresent": true},
  {"Variable": "$.job", "StringEquals": "a"}], "Next": "Done"}]},
 "Done": {"Type": "Succeed"}}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/missing-on-one-way",
    .severity = Severity::warning,
    .summary = "an expression that reads what only some of the ways to its state bring",
    .why =
        "The state is entered from several states, and one of them hands on data without what the expression "
        "reads. The execution fails only when it takes that way: in the second round of a loop, or in the "
        "branch that nobody tried.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::path::missing_on_one_way
