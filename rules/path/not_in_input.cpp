// The paths that a sample input does not satisfy.
#include <fmt/core.h>

#include "lint/asl/context_object.h"
#include "lint/asl/surroundings.h"
#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "schemas/results.h"

namespace sfn::rules::path::not_in_input {

namespace {

using asl::types::Missing;

// path/single-dollar-context knows better what was meant by `$.Task.Token`.
bool is_meant_for_context(const Missing& missing) {
  return missing.path && missing.path->root == asl::path::Root::data &&
         asl::context_object::looks_like_context(asl::path::leading_members(*missing.path));
}

void add(const Missing& missing, const asl::types::SampleRun& run, Report& report) {
  if (is_meant_for_context(missing)) return;
  const Document& input = run.input();
  asl::types::Types& types = run.flow().types();
  const Value holder = types.literal(missing.holder);
  const bool in_input = holder && &holder.document() == &input;
  const std::string_view where =
      in_input ? "the sample input" : "the data that reaches this state with the sample input";
  report
      .add(missing.expression->at(missing.span),
           fmt::format("`{}` is not in {}{}", asl::types::written(missing), where,
                       asl::types::reason(types, missing)))
      .note(in_input ? "the path expects it in this value" : "the sample input is here",
            in_input ? holder.label() : input.root().label());
}

void check(const asl::Machine& machine, Report& report) {
  for (const auto& run : machine.derive<schemas::SampleRuns>())
    for (const Missing& missing : run.missing()) add(missing, run, report);
}

constexpr Example examples[] = {
    {.title = "a command that the input does not have",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "«$.commands»"}]}}, "End": true})json",
     .input = R"json({"command": ["a", "b"]})json"},
    {.title = "after a Task that keeps its input, and in a call",
     .text = R"json({"StartAt": "A", "States": {
 "A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7"}, "ResultPath": "$.run", "Next": "B"},
 "B": {"Type": "Pass", "Parameters": {"a.$": "$.run.TaskArn", "b.$": "$.order.id", "c.$": "States.Format('{}', «$.order.name»)"}, "End": true}}})json",
     .input = R"json({"order": {"id": 5}})json"},
    {.title = "a value that Parameters of the previous state dropped",
     .text = R"json({"StartAt": "A", "States": {
 "A": {"Type": "Pass", "Parameters": {"id.$": "$.order.id"}, "Next": "B"},
 "B": {"Type": "Wait", "SecondsPath": "«$.seconds»", "End": true}}})json",
     .input = R"json({"order": {"id": 5}, "seconds": 3})json"},
    {.title = "in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "{% «$states.input.task» %}"}, "End": true})json",
     .input = R"json({"commands": []})json"},
    {.title = "a rule that the input decides, and the way that it does not take",
     .text = R"json({"StartAt": "A", "States": {
 "A": {"Type": "Choice", "Choices": [{"Variable": "$.id", "IsPresent": true, "Next": "B"}], "Default": "C"},
 "B": {"Type": "Pass", "Parameters": {"id.$": "$.id"}, "Next": "D"},
 "C": {"Type": "Pass", "Parameters": {"id.$": "$.key"}, "Next": "D"},
 "D": {"Type": "Pass", "InputPath": "«$.name»", "End": true}}})json",
     .input = R"json({"key": "k"})json"},
    {.title = "an undecided Choice state guards what follows",
     .text = R"json({"StartAt": "A", "States": {
 "A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7"}, "ResultPath": "$.run", "Next": "B"},
 "B": {"Type": "Choice", "Choices": [{"Variable": "$.run.LastStatus", "StringEquals": "STOPPED", "Next": "C"}], "Default": "D"},
 "C": {"Type": "Pass", "InputPath": "$.other", "End": true}, "D": {"Type": "Succeed"}}})json",
     .input = R"json({"id": 1})json"},
    {.title = "the input of the page on Amazon ECS",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "$.commands"}]}}, "End": true})json",
     .input = R"json({"commands": ["test command 1", "test command 2", "test command 3"]})json"},
    {"no sample input", R"json({"Type": "Pass", "InputPath": "$.a", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/not-in-input",
    .severity = Severity::error,
    .summary = "a path that finds nothing in the sample input",
    .why =
        "With the input that `--input` names, the path finds nothing and the state fails when it runs. In "
        "JSONPath it fails with `States.Runtime`, which cannot be retried or caught; in JSONata with "
        "`States.QueryEvaluationError`. The data is followed from `StartAt` as far as it is certain.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html",
    .examples = examples,
    .needs = {&asl::given::sample_input},
    .machine = check,
};

}  // namespace sfn::rules::path::not_in_input
