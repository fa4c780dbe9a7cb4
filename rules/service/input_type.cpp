// Issue 4, item 5: parameters that a sample input (--input) gives a value of the wrong type.
#include <fmt/core.h>

#include "lint/asl/dataflow/sample_run.h"
#include "lint/asl/surroundings.h"
#include "rules/service/shared/types.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::input_type {

using namespace schemas;

namespace {

using asl::dataflow::Datum;
using asl::dataflow::SampleRun;
using asl::dataflow::Work;
using schemas::Type;
namespace kind = asl::intrinsic;

// Items of one list that are looked at.
constexpr size_t most_items = 1000;

// What service/parameter-type accepts of literals: null leaves a parameter out, and outside ECS a text may be
// given as JSON.
kind::Kinds accepted(schemas::Shape shape, const Call& call) {
  switch (shape.type()) {
    case Type::structure:
      return kind::object | kind::null | (shape.accepts_text() ? kind::string : 0);
    case Type::map:
      return kind::object | kind::null;
    case Type::list:
      return kind::array | kind::null;
    case Type::integer:
    case Type::long_integer:
    case Type::number:
      return kind::number | kind::null;
    case Type::boolean:
      return kind::boolean | kind::null;
    case Type::timestamp:
      return kind::string | kind::number | kind::null;
    case Type::string:
      return kind::string | kind::null | (call.is_ecs() ? 0 : kind::object | kind::array);
    case Type::blob:
      return kind::string | kind::null;
    case Type::document:
    case Type::absent:
      break;
  }
  return kind::any;
}

// The first part of a value that its shape cannot take.
struct Misfit {
  std::string path;  // of the part in the value: "[1].Name"
  Datum datum;
  schemas::Shape wanted;
};

class Fitting {
 public:
  explicit Fitting(const Call& call) : call_(call) {}

  // Bounded by the depth of documents and of built values.
  std::optional<Misfit> find(const Datum& datum, schemas::Shape shape) {
    if (!shape) return std::nullopt;
    if (datum.node() && is_quoted_scalar(datum.node(), shape)) return std::nullopt;
    if (!datum.can_be(accepted(shape, call_))) return Misfit{"", datum, shape};
    if (shape.type() == Type::list) return in_items(datum, shape.item());
    if (shape.is_structure()) return in_members(datum, shape);
    return std::nullopt;
  }

 private:
  std::optional<Misfit> in_items(const Datum& datum, schemas::Shape shape) {
    const auto items = datum.items(work_);
    if (!items) return std::nullopt;
    for (size_t i = 0; i < items->size() && i < most_items; ++i)
      if (auto found = find((*items)[i], shape)) {
        found->path.insert(0, fmt::format("[{}]", i));
        return found;
      }
    return std::nullopt;
  }

  std::optional<Misfit> in_members(const Datum& datum, schemas::Shape shape) {
    if (datum.kinds() != kind::object || !datum.known()) return std::nullopt;
    for (const schemas::Member member : shape.members()) {
      const auto value = datum.member(member.name(), work_);
      if (value.existence != asl::dataflow::Existence::present) continue;
      if (auto found = find(value.datum, member.shape())) {
        found->path.insert(0, fmt::format(".{}", member.name()));
        return found;
      }
    }
    return std::nullopt;
  }

  const Call& call_;
  Work work_{1'000'000};
};

class Check : public Visitor {
 public:
  Check(const Call& call, const SampleRun& run, const Document& input, Report& report)
      : call_(call), run_(run), input_(input), report_(report) {}

  void member(const asl::Parameter& parameter, schemas::Member member) override {
    if (parameter.dynamic) check(parameter.value, member.shape());
  }
  void value(Value value, schemas::Shape shape) override {
    const schemas::Shape inner = shape.type() == Type::list ? shape.item() : shape.value();
    for (Value child : value)
      if (inner && asl::parameter(child, call_.state->language).dynamic) check(child, inner);
  }

 private:
  void check(Value expression, schemas::Shape shape) {
    const Datum* datum = run_.value(expression);
    if (!datum) return;
    if (const auto misfit = Fitting(call_).find(*datum, shape)) add(expression, *misfit);
  }

  void add(Value expression, const Misfit& misfit) {
    const Value node = misfit.datum.node();
    const bool in_input = node && &node.document() == &input_;
    const std::string is = asl::intrinsic::describe(misfit.datum.kinds());
    const std::string parameter = path_of(expression, call_.parameters);
    report_
        .add(expression.place(), fmt::format("`{}{}` is {} with the sample input, but must be {}", parameter,
                                             misfit.path, is, describe(misfit.wanted)))
        .note(in_input ? fmt::format("{} here", is) : "the sample input is here",
              in_input ? node.place() : input_.root().label());
  }

  const Call& call_;
  const SampleRun& run_;
  const Document& input_;
  Report& report_;
};

void check(const asl::Machine& machine, Report& report) {
  for (const auto& sample : machine.derive<asl::dataflow::SampleRuns>())
    for (const asl::State& state : machine.states()) {
      const auto call = find_call(state);
      if (!call) continue;
      Check visitor(*call, sample.run, sample.input, report);
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
