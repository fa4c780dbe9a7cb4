// Only what is certain on every way that leads to the state.
#include <fmt/core.h>

#include "lint/asl/context_object.h"
#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "rules/path/shared/data.h"
#include "schemas/results.h"

namespace sfn::rules::path::input_lost {

namespace {

using asl::types::Missing;
using asl::types::Origin;

// Whether an expression reads the data that the state before put out, as it came.
bool reads_input(const asl::Expression& expression) {
  const Data data = reads(expression);
  const Value input_path = (*expression.state())["InputPath"];
  if (data == Data::input) return true;
  return data == Data::effective_input && (!input_path || input_path.literal() == "$");
}

bool is_lost(const Missing& missing, const asl::State* culprit, asl::types::Types& types) {
  if (!missing.path || missing.path->root != asl::path::Root::data || missing.name.empty()) return false;
  // errors/catch-overwrites-input speaks of the error that replaces the input, and ecs/result-case and
  // service/result-member of the letter case.
  const Origin origin = types.provenance(missing.holder).origin;
  if (origin == Origin::error_output) return false;
  if (origin == Origin::api && !asl::types::other_case(types, missing).empty()) return false;
  // What a Map or Parallel begins its states with is its own matter: path/no-such-member.
  if (culprit && culprit->scope != missing.expression->state()->scope) return false;
  // path/single-dollar-context knows better what was meant.
  if (asl::context_object::looks_like_context(asl::path::leading_members(*missing.path))) return false;
  return missing.holder_end == missing.path->root_span.end && reads_input(*missing.expression);
}

std::string message(const Missing& missing, const asl::State* culprit, asl::types::Types& types) {
  const std::string who = culprit
                              ? fmt::format("`{}` replaces its input with its own output, which has no `{}`",
                                            culprit->name, missing.name)
                              : fmt::format("no earlier state outputs `{}`", missing.name);
  return fmt::format("`{}` does not exist here: {}{}", asl::types::written(missing), who,
                     asl::types::reason(types, missing));
}

// What reads the result from its old place then has to look for it in the new one.
void offer(const asl::State* culprit, Diagnostic& found) {
  if (!culprit) return;
  found.note("the output of this state replaces its input", culprit->value.key());
  const bool works = culprit->is(asl::StateType::task) || culprit->is(asl::StateType::parallel) ||
                     culprit->is(asl::StateType::map);
  if (works && !culprit->value.has("ResultPath"))
    found.offer_unsafe("keep the input and put the result at `$.result`",
                       insert_member(culprit->value, "ResultPath", "\"$.result\""));
}

void check(const asl::Machine& machine, Report& report) {
  const auto& flow = machine.derive<schemas::DataFlow>();
  for (const Missing& missing : flow.facts().missing) {
    const asl::State* culprit = asl::types::maker(machine, flow.types(), missing.holder);
    if (!is_lost(missing, culprit, flow.types())) continue;
    offer(culprit, report.add(missing.expression->at(missing.span), message(missing, culprit, flow.types())));
  }
}

constexpr Example examples[] = {
    {"after a Task",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition.$": "$.task"}, "Next": "B"}, "B": {"Type": "Pass", "InputPath": "«$.task»", "End": true}}})json",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition.$": "$.task"}, "Next": "B", "ResultPath": "$.result"}, "B": {"Type": "Pass", "InputPath": "$.task", "End": true}}})json"},
    {"after a Pass state that builds its own object",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"id.$": "$.order.id"}, "Next": "B"}, "B": {"Type": "Wait", "SecondsPath": "«$.seconds»", "End": true}}})json"},
    {"on one of two ways it is still there",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.z", "IsPresent": true, "Next": "B"}], "Default": "C"}, "B": {"Type": "Pass", "Result": {"y": 1}, "Next": "C"}, "C": {"Type": "Pass", "InputPath": "$.x", "End": true}}})json"},
    {"a Choice state has found that it is not there",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "B"}], "Default": "C"}, "B": {"Type": "Pass", "End": true}, "C": {"Type": "Pass", "InputPath": "«$.x»", "End": true}}})json"},
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
    .machine = check,
};

}  // namespace sfn::rules::path::input_lost
