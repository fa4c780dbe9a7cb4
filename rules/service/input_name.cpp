// Names in data that goes whole into a parameter. Names that the definition spells out:
// service/parameter-case.
#include <fmt/core.h>

#include <unordered_set>

#include "lint/asl/surroundings.h"
#include "rules/service/shared/fitting.h"

namespace sfn::rules::service::input_name {

using namespace schemas;

namespace {

using asl::types::Existence;
using asl::types::Flow;
using asl::types::Types;
using schemas::Type;

// Items of one list that are looked at.
constexpr size_t most_items = 1000;

// The first name in a value that its shape spells otherwise.
struct WrongName {
  std::string path;  // of the object in the value: "[1]"
  std::string_view name, right;
  Value node;  // the member that has the name; absent where a template builds it
};

class Naming {
 public:
  explicit Naming(Types& types) : types_(types) {}

  // Bounded by the depth of documents and of types.
  std::optional<WrongName> find(asl::types::Type type, schemas::Shape shape) {
    if (shape.type() == Type::list) return in_items(type, shape.item());
    return shape.is_structure() ? in_members(type, shape) : std::nullopt;
  }

 private:
  std::optional<WrongName> in_items(asl::types::Type type, schemas::Shape shape) {
    const auto items = types_.items(type);
    if (!items) return std::nullopt;
    for (size_t i = 0; i < items->size() && i < most_items; ++i)
      if (auto found = find((*items)[i], shape)) {
        found->path.insert(0, fmt::format("[{}]", i));
        return found;
      }
    return std::nullopt;
  }

  std::optional<WrongName> in_members(asl::types::Type type, schemas::Shape shape) {
    if (types_.kinds(type) != asl::intrinsic::object || !types_.known(type)) return std::nullopt;
    for (const std::string_view name : types_.names(type)) {
      const auto value = types_.member(type, name);
      if (value.existence != Existence::present) continue;
      if (const schemas::Member member = shape.member(name)) {
        if (auto found = find(value.type, member.shape())) {
          found->path.insert(0, fmt::format(".{}", name));
          return found;
        }
      } else if (const schemas::Member meant = shape.member_ignoring_case(name)) {
        return WrongName{"", name, meant.name(), types_.literal(type)[name]};
      }
    }
    return std::nullopt;
  }

  Types& types_;
};

// Expressions for what has members, directly or in a list.
class Candidates : public Expressions {
 public:
  using Expressions::Expressions;
  struct One {
    Value value;
    schemas::Shape shape;
  };
  std::vector<One> all;

 private:
  void expression(Value expression, schemas::Shape shape) override {
    const schemas::Shape inner = shape.type() == Type::list ? shape.item() : shape;
    if (inner.is_structure()) all.push_back({expression, shape});
  }
};

struct Place {
  Call call;
  Candidates::One one;
};

std::vector<Place> places_of(const asl::Machine& machine) {
  std::vector<Place> places;
  for (const asl::State& state : machine.states()) {
    const auto call = find_call(state);
    if (!call) continue;
    Candidates candidates(*call);
    if (call->parameters && asl::parameter(call->parameters, state.language).dynamic)
      candidates.all.push_back({call->parameters, call->shape});
    visit(*call, candidates);
    for (const Candidates::One& one : candidates.all) places.push_back({*call, one});
  }
  return places;
}

class Check {
 public:
  Check(const asl::Machine& machine, Report& report) : machine_(machine), report_(report) {}

  void run() {
    const std::vector<Place> places = places_of(machine_);
    if (places.empty()) return;
    check(places, machine_.derive<DataFlow>(), nullptr);
    for (const asl::types::SampleRun& sample : machine_.derive<SampleRuns>())
      check(places, sample.flow(), &sample);
  }

 private:
  // With a sample only in states that surely run: with another one they may get other data.
  void check(const std::vector<Place>& places, const Flow& flow, const asl::types::SampleRun* sample) {
    for (const Place& place : places) {
      const Value expression = place.one.value;
      const auto type = sample ? sample->value(expression, *place.call.state) : flow.value(expression);
      if (!type || told_.count(expression.id()) > 0) continue;
      const auto wrong = Naming(flow.types()).find(*type, place.one.shape);
      if (wrong && told_.insert(expression.id()).second) add(place, *wrong, sample != nullptr);
    }
  }

  // The object that has the name; of the whole parameters the call.
  static std::string subject(const Place& place, const WrongName& wrong) {
    std::string path = path_of(place.one.value, place.call.parameters) + wrong.path;
    if (path.starts_with('.')) path.erase(0, 1);
    return path.empty() ? place.call.name() : path;
  }

  void add(const Place& place, const WrongName& wrong, bool with_sample) {
    Diagnostic& found = report_.add(
        place.one.value.place(),
        fmt::format("`{}` gets the member `{}`{}, and Step Functions takes only `{}`", subject(place, wrong),
                    wrong.name, with_sample ? " with the sample input" : "", wrong.right));
    if (wrong.node) found.note(fmt::format("`{}` here", wrong.name), wrong.node.key());
  }

  const asl::Machine& machine_;
  Report& report_;
  std::unordered_set<NodeId> told_;
};

void check(const asl::Machine& machine, Report& report) { Check(machine, report).run(); }

constexpr Example examples[] = {
    {.title = "an environment in camelCase",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Environment.$": «"$.environment"»}]}}, "End": true})json",
     .input =
         R"json({"environment": [{"Name": "A", "Value": "1"}, {"name": "STAGE", "value": "prod"}]})json"},
    {"overrides that a Pass makes",
     R"json({"StartAt": "A", "States": {
 "A": {"Type": "Pass", "Result": {"containerOverrides": [{"name": "app"}]}, "ResultPath": "$.overrides", "Next": "B"},
 "B": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides.$": «"$.overrides"»}, "End": true}}})json"},
    {"container overrides that a template builds",
     R"json({"StartAt": "A", "States": {
 "A": {"Type": "Pass", "Parameters": {"list": [{"Name": "app", "command.$": "$.command"}]}, "Next": "B"},
 "B": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides.$": «"$.list"»}}, "End": true}}})json"},
    {.title = "in JSONata",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync", "Arguments": {"TaskDefinition": "web:7",
 "NetworkConfiguration": «"{% $states.input.network %}"»}, "End": true})json",
     .input = R"json({"network": {"AwsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d"]}}})json"},
    {.title = "in JSONata, for all of the arguments",
     .text =
         R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": «"{% $states.input.arguments %}"», "End": true})json",
     .input = R"json({"arguments": {"taskDefinition": "web:7"}})json"},
    {.title = "names as they should be, and some that nobody knows",
     .text =
         R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Environment.$": "$.environment", "Command.$": "$.command"}]}}, "End": true})json",
     .input = R"json({"environment": [{"Name": "STAGE", "Value": "prod"}]})json"},
    {"data of another member",
     R"json({"StartAt": "A", "States": {
 "A": {"Type": "Pass", "Result": {"name": "app"}, "ResultPath": "$.made", "Next": "B"},
 "B": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web:7",
 "Overrides.$": "$.overrides"}, "End": true}}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "service/input-name",
    .severity = Severity::error,
    .summary = "a parameter that gets data with a name in the wrong case",
    .why =
        "The state fails when it runs: `The field \"name\" is not supported by Step Functions`. The names in "
        "data "
        "that goes whole into a parameter are checked as those in the definition are, and must be in "
        "PascalCase "
        "at every level. Known where the definition itself makes the data, and for the input that `--input` "
        "names.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .helped_by = &asl::given::sample_input,
    .machine = check,
};

}  // namespace sfn::rules::service::input_name
