// Issue 4, item 5: the paths that a sample input (--input) does not satisfy.
#include <fmt/core.h>

#include "lint/asl/context_object.h"
#include "lint/asl/dataflow/sample_run.h"
#include "lint/asl/surroundings.h"
#include "lint/nearest.h"
#include "lint/rule.h"

namespace sfn::rules::path::not_in_input {

namespace {

using asl::dataflow::Missing;

std::string_view written(const Missing& missing, uint32_t end) {
  const asl::Expression& expression = *missing.expression;
  const uint32_t begin = missing.span.begin;
  return expression.value.text().substr(expression.offset + begin, end - begin);
}

std::string suggestion(const Missing& missing) {
  const std::vector<std::string_view> names = missing.holder.names();
  const auto near = nearest(missing.name, names);
  return near ? fmt::format("; did you mean `{}`?", *near) : std::string();
}

std::string items(size_t count) { return fmt::format("{} item{}", count, count == 1 ? "" : "s"); }

// What stands where the path expects something else.
std::string reason(const Missing& missing) {
  const auto& holder = missing.holder;
  const std::string_view wanted_of = written(missing, missing.holder_end);
  const bool member = !missing.name.empty();
  if (member && holder.can_be(asl::intrinsic::object)) return suggestion(missing);
  if (!member && holder.node().is_array())
    return fmt::format(": `{}` has {}", wanted_of, items(holder.node().child_count()));
  if (!member && holder.can_be(asl::intrinsic::array)) return "";
  return fmt::format(": `{}` is {}", wanted_of, asl::intrinsic::describe(holder.kinds()));
}

// path/single-dollar-context knows better what was meant by `$.Task.Token`.
bool is_meant_for_context(const Missing& missing) {
  return missing.path && missing.path->root == asl::path::Root::data &&
         asl::context_object::looks_like_context(asl::path::leading_members(*missing.path));
}

void add(const Missing& missing, const Document& input, Report& report) {
  if (is_meant_for_context(missing)) return;
  const Value holder = missing.holder.node();
  const bool in_input = holder && &holder.document() == &input;
  const std::string path(written(missing, missing.span.end));
  const std::string_view where =
      in_input ? "the sample input" : "the data that reaches this state with the sample input";
  report
      .add(missing.expression->at(missing.span),
           fmt::format("`{}` is not in {}{}", path, where, reason(missing)))
      .note(in_input ? "the path expects it in this value" : "the sample input is here",
            in_input ? holder.label() : input.root().label());
}

void check(const asl::Machine& machine, Report& report) {
  for (const auto& sample : machine.derive<asl::dataflow::SampleRuns>())
    for (const Missing& missing : sample.run.missing()) add(missing, sample.input, report);
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
