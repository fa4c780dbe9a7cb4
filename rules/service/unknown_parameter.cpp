// Catalogue SVC713, ECS803.
#include <fmt/core.h>

#include "lint/nearest.h"
#include "rules/service/shared/parameters.h"

namespace sfn::rules::service::unknown_parameter {

namespace {

std::vector<std::string_view> names(schemas::Shape shape) {
  std::vector<std::string_view> all;
  for (const schemas::Member member : shape.members())
    if (!member.alias()) all.push_back(member.name());
  return all;
}

std::string list(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) text += fmt::format("{}`{}`", text.empty() ? "" : ", ", name);
  return text;
}

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void unknown(const asl::Parameter& parameter, schemas::Shape owner) override {
    if (owner.open() || owner.member_ignoring_case(parameter.name)) return;
    const std::vector<std::string_view> known = names(owner);
    const auto near = nearest(parameter.name, known);
    Diagnostic& found = report_.add(
        parameter.key(), fmt::format("unknown parameter `{}` of {}{}", parameter.name, call_.name(),
                                     near ? fmt::format("; did you mean `{}`?", *near) : ""));
    if (!near) add_note(found, parameter, known);
    if (near) offer(found, parameter, *near);
  }

 private:
  void add_note(Diagnostic& found, const asl::Parameter& parameter,
                const std::vector<std::string_view>& known) const {
    const auto elsewhere = schemas::positions(call_.shape, parameter.name, 1);
    if (!elsewhere.empty())
      found.note(fmt::format("`{}` is a parameter at `{}`", parameter.name, elsewhere.front().path));
    else if (known.size() <= 12) found.note(fmt::format("accepted here: {}", list(known)));
  }

  // Renaming onto a member that is there already would make a double of it.
  void offer(Diagnostic& found, const asl::Parameter& parameter, std::string_view near) const {
    if (asl::parameter(parameter.value.parent(), near, call_.state->language)) return;
    const std::string suffix(parameter.value.name().substr(parameter.name.size()));
    found.mend_unsafe(fmt::format("rename to `{}`", near),
                      rename_key(parameter.value, std::string(near) + suffix));
  }

  const Call& call_;
  Report& report_;
};

void check(const asl::State& state, Report& report) {
  if (const auto call = find_call(state)) {
    Check visitor(*call, report);
    visit(*call, visitor);
  }
}

constexpr std::string_view yields_to[] = {"ecs/environment-item", "ecs/not-overridable",
                                          "ecs/parameter-wrong-level", "ecs/role-in-container-override"};

constexpr Example examples[] = {
    {"a name that the API does not have",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {«"TaskDefinitions"»: "web"}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web"}, "End": true})"},
    {"a parameter of another structure",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask",
 "Parameters": {"TaskDefinition": "web", «"VpcConfiguration"»: {"Subnets": ["subnet-0a1b2c3d"]}}, "End": true})"},
    {"an integration that has no table",
     R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:describeInstances",
 "Parameters": {"Anything": "goes"}, "End": true})"},
    {"a service that a placeholder hides",
     R"({"Type": "Task", "Resource": "arn:aws:states:::${Service}:runTask",
 "Parameters": {"Anything": "goes"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unknown-parameter",
    .severity = Severity::error,
    .summary = "a parameter that the integration does not have",
    .why =
        "Step Functions refuses a parameter that the API operation does not have: `The field "
        "\"TaskDefinitions\" is not supported by Step Functions`. The task fails when it starts.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .yields_to = yields_to,
    .state = check,
};

}  // namespace sfn::rules::service::unknown_parameter
