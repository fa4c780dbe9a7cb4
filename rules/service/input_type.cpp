// Parameters that a sample input gives a value of the wrong type.
#include <fmt/core.h>

#include "lint/asl/surroundings.h"
#include "lint/asl/types/wording.h"
#include "rules/service/shared/fitting.h"
#include "rules/service/shared/types.h"

namespace sfn::rules::service::input_type {

using namespace schemas;

namespace {

using asl::types::SampleRun;

class Check : public Expressions {
 public:
  Check(const Call& call, const SampleRun& run, Report& report)
      : Expressions(call), run_(run), report_(report) {}

 private:
  void expression(Value expression, schemas::Shape shape) override {
    const auto type = run_.value(expression, *call().state);
    if (!type) return;
    if (const auto misfit = Fitting(call(), run_.flow().types()).find(*type, shape)) add(expression, *misfit);
  }

  void add(Value expression, const Misfit& misfit) {
    const asl::types::Types& types = run_.flow().types();
    const Value node = types.literal(misfit.type);
    const bool in_input = node && &node.document() == &run_.input();
    const std::string is = asl::types::describe(types, misfit.type);
    const std::string parameter = path_of(expression, call().parameters);
    report_
        .add(expression.place(), fmt::format("`{}{}` is {} with the sample input, but must be {}", parameter,
                                             misfit.path, is, describe(misfit.wanted)))
        .note(in_input ? fmt::format("{} here", is) : "the sample input is here",
              in_input ? node.place() : run_.input().root().label());
  }

  const SampleRun& run_;
  Report& report_;
};

void check(const asl::Machine& machine, Report& report) {
  for (const SampleRun& run : machine.derive<SampleRuns>())
    for (const asl::State& state : machine.states()) {
      const auto call = find_call(state);
      if (!call) continue;
      Check visitor(*call, run, report);
      visit(*call, visitor);
    }
}

constexpr Example examples[] = {
    {.title = "a command that is one text",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": «"$.commands"»}]}}, "End": true})json",
     .input = R"json({"commands": "python app.py"})json"},
    {.title = "an item of a command that is a number",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": «"States.Array('--limit', $.limit)"»}]}}, "End": true})json",
     .input = R"json({"limit": 5})json"},
    {.title = "a number as the value of an environment variable",
     .text =
         R"json({"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"limit.$": "$.order.limit"}, "ResultPath": "$.made", "Next": "B"},
 "B": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Environment": [{"Name": "LIMIT", "Value.$": «"$.made.limit"»}]}]}}, "End": true}}})json",
     .input = R"json({"order": {"limit": 5}})json"},
    {.title = "in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync", "Arguments": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Command": ["run", «"{% $states.input.limit %}"»]}]}}, "End": true})json",
     .input = R"json({"limit": 5})json"},
    {.title = "the input of the page on Amazon ECS",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "$.commands"}]}}, "End": true})json",
     .input = R"json({"commands": ["test command 1", "test command 2", "test command 3"]})json"},
    {.title = "a number that the input writes as text",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Count.$": "$.count"}, "End": true})json",
     .input = R"json({"count": "1"})json"},
    {.title = "outside ECS a string can be given as JSON",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {"TopicArn.$": "$.topic", "Message.$": "$.message"}, "End": true})json",
     .input = R"json({"topic": "arn:aws:sns:eu-west-1:123456789012:t", "message": {"a": 1}})json"},
};

constexpr std::string_view yields[] = {"ecs/command-dollar-not-array", "ecs/environment-value-not-string"};

}  // namespace

extern const Rule rule{
    .id = "service/input-type",
    .severity = Severity::error,
    .summary = "a parameter that has the wrong type with the sample input",
    .why =
        "With the input that `--input` names, the state fails when it runs, with States.Runtime: `The "
        "Parameters '...' could not be used to start the Task: [The value for the field 'Command' must be an "
        "ARRAY]`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html",
    .examples = examples,
    .yields_to = yields,
    .needs = {&asl::given::sample_input},
    .machine = check,
};

}  // namespace sfn::rules::service::input_type
