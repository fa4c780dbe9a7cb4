// Catalogue SVC714, ECS810, ECS831, and the required members named in ECS825, 873, 878, 879.
#include <fmt/core.h>

#include "lint/nearest.h"
#include "rules/service/shared/parameters.h"

namespace sfn::rules::service::missing_parameter {

namespace {

// A misspelt parameter is there: service/parameter-case and service/unknown-parameter say how it is spelled.
bool has(Value object, schemas::Shape shape, schemas::Member wanted, asl::QueryLanguage language) {
  const std::string_view names[] = {wanted.name()};
  for (Value child : object) {
    const std::string_view name = asl::parameter(child, language).name;
    if (name == wanted.name() || (!shape.member(name) && nearest(name, names))) return true;
  }
  return false;
}

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void structure(Value object, schemas::Shape shape) override {
    if (object.open()) return;
    for (const schemas::Member member : shape.members())
      if (member.required() && !has(object, shape, member, call_.state->language))
        report_.add(object.label(),
                    fmt::format("missing parameter `{}` of {}", member.name(), name_of(object)));
  }

 private:
  std::string name_of(Value object) const {
    if (object == call_.parameters) return call_.name();
    return fmt::format("`{}`", path_of(object, call_.parameters));
  }

  const Call& call_;
  Report& report_;
};

void check_absent(const Call& call, Report& report) {
  const Value state = call.state->value;
  if (state.open() || state.has("Parameters") || state.has("Arguments")) return;
  for (const schemas::Member member : call.shape.members())
    if (member.required())
      report.add(state.label(),
                 fmt::format("missing parameter `{}` of {}: the state has no `{}`", member.name(),
                             call.name(), call.state->jsonata() ? "Arguments" : "Parameters"));
}

void check(const asl::State& state, Report& report) {
  const auto call = find_call(state);
  if (!call) return;
  Check visitor(*call, report);
  visit(*call, visitor);
  check_absent(*call, report);
}

constexpr Example examples[] = {
    {"a task without its task definition",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 «"Parameters"»: {"Cluster": "prod"}, "End": true})"},
    {"subnets are required wherever AwsvpcConfiguration stands",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web", "NetworkConfiguration":
   {«"AwsvpcConfiguration"»: {"SecurityGroups": ["sg-0a1b2c3d"]}}}, "End": true})"},
    {"no parameters at all",
     R"({"StartAt": "Send", "States": {«"Send"»: {"Type": "Task",
 "Resource": "arn:aws:states:::ecs:runTask", "End": true}}})"},
    {"a misspelt parameter is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinitions": "web"}, "End": true})"},
    {"a value that is known at run time only",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition.$": "$.definition"}, "End": true})"},
    {"all parameters from one expression",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": "{% $states.input %}", "End": true})"},
    {"a placeholder for members",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {${parameters}},
 "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/missing-parameter",
    .severity = Severity::error,
    .summary = "a parameter that the integration requires is missing",
    .why =
        "The service refuses the call, so that the task always fails. Step Functions refuses some "
        "definitions at once: `The field 'TaskDefinition' is required but was missing`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::missing_parameter
