// Only what is certain on every way that leads to the state.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "lint/asl/context_object.h"
#include "lint/nearest.h"
#include "rules/path/shared/carried.h"
#include "rules/path/shared/data.h"
#include "rules/path/shared/parts.h"
#include "rules/path/shared/templates.h"

namespace sfn::rules::path::input_lost {

namespace {

using asl::Expression;
using asl::State;
using asl::path::Path;
using asl::path::Step;

// Whether an expression reads the data that the state before put out, as it came.
bool reads_input(const Expression& expression, const State& state) {
  const Data data = reads(expression);
  const Value input_path = state["InputPath"];
  if (data == Data::input) return true;
  return data == Data::effective_input && (!input_path || input_path.literal() == "$");
}

// A rule that asks for a name, or stands behind one that does, compares nothing that is not there.
bool is_asked_for(const Expression& expression, const State& state) {
  if (!state.is(asl::StateType::choice) || !expression.path_field()) return false;
  bool asked = false;
  each_value_below(state["Choices"], [&](Value value) { asked = asked || value.name() == "IsPresent"; });
  return asked;
}

std::string message(std::string_view path, std::string_view name, const Names& names) {
  const auto near = std::find_if(names.names.begin(), names.names.end(),
                                 [&](std::string_view other) { return equal_without_case(other, name); });
  const std::string who = names.replaced_by
                              ? fmt::format("`{}` replaces its input with its own output, which has no `{}`",
                                            names.replaced_by->name, name)
                              : fmt::format("no earlier state outputs `{}`", name);
  return fmt::format("`{}` does not exist here: {}{}", path, who,
                     near == names.names.end() ? std::string() : fmt::format("; did you mean `{}`?", *near));
}

// What reads the result from its old place then has to look for it in the new one.
void offer(const State* culprit, Diagnostic& found) {
  if (!culprit) return;
  found.note("the output of this state replaces its input", culprit->value.key());
  const bool works = culprit->is(asl::StateType::task) || culprit->is(asl::StateType::parallel) ||
                     culprit->is(asl::StateType::map);
  if (works && !culprit->value.has("ResultPath"))
    found.offer_unsafe("keep the input and put the result at `$.result`",
                       insert_member(culprit->value, "ResultPath", "\"$.result\""));
}

void check_path(const Expression& expression, const Path& path, const Names& names, Report& report) {
  if (path.root != asl::path::Root::data || path.steps.empty()) return;
  const Step& first = path.steps.front();
  if (first.kind != Step::Kind::member || names.may_have(first.text)) return;
  // path/single-dollar-context knows better what was meant.
  if (asl::context_object::looks_like_context(asl::path::leading_members(path))) return;
  const Span span{path.root_span.begin, first.span.end};
  offer(names.replaced_by,
        report.add(expression.at(span), message(written(expression, span), first.text, names)));
}

void check_state(const State& state, const Names& names, Report& report) {
  if (names.anything || state.jsonata()) return;
  for (const Expression& expression : state.machine().expressions(state)) {
    if (!reads_input(expression, state) || is_asked_for(expression, state)) continue;
    const auto visit = [&](const Path& path) { check_path(expression, path, names, report); };
    if (const auto* path = sound_path(expression)) visit(*path);
    else if (const auto* call = sound_call(expression)) asl::intrinsic::each_path(*call, visit);
  }
}

void check(const asl::Scope& scope, Report& report) {
  const Carried carried(scope);
  for (const State* state : scope.states)
    if (const auto names = carried.into(*state)) check_state(*state, *names, report);
}

constexpr Example examples[] = {
    {"after a Task",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition.$": "$.task"}, "Next": "B"}, "B": {"Type": "Pass", "InputPath": "«$.task»", "End": true}}})json",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition.$": "$.task"}, "Next": "B", "ResultPath": "$.result"}, "B": {"Type": "Pass", "InputPath": "$.task", "End": true}}})json"},
    {"after a Pass state that builds its own object",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"id.$": "$.order.id"}, "Next": "B"}, "B": {"Type": "Wait", "SecondsPath": "«$.seconds»", "End": true}}})json"},
    {"on one of two ways it is still there",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "B"}], "Default": "C"}, "B": {"Type": "Pass", "Result": {"y": 1}, "Next": "C"}, "C": {"Type": "Pass", "InputPath": "$.x", "End": true}}})json"},
    {"with ResultPath",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition.$": "$.task"}, "ResultPath": "$.run", "Next": "B"}, "B": {"Type": "Pass", "InputPath": "$.task", "End": true}}})json"},
    {"a result that is not known",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Next": "B"}, "B": {"Type": "Pass", "InputPath": "$.task", "End": true}}})json"},
};

// ecs/result-path knows what the result of a task holds instead.
constexpr std::string_view yields[] = {"path/not-in-input", "ecs/result-path"};

}  // namespace

extern const Rule rule{
    .id = "path/input-lost",
    .severity = Severity::warning,
    .summary = "a path into data that an earlier state has replaced",
    .why =
        "Without `ResultPath` the result of a Task, Parallel or Map state replaces the state's whole "
        "input, and the earlier data is gone. A later path to that data fails its state with "
        "`States.Runtime`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultpath.html",
    .examples = examples,
    .yields_to = yields,
    .scope = check,
};

}  // namespace sfn::rules::path::input_lost
