#include <fmt/core.h>

#include "lint/rule.h"
#include "schemas/call/parameters.h"
#include "schemas/ecs/run_task.h"

namespace sfn::rules::ecs::parameter_wrong_level {

using namespace schemas;
using namespace schemas::ecs;

namespace {

// Names that several structures have, and that say nothing about where they belong.
bool is_common(std::string_view name) {
  for (const std::string_view common :
       {"Name", "Value", "Key", "Type", "Field", "Base", "Weight", "Expression"})
    if (name == common) return true;
  return false;
}

// `NetworkConfiguration.AwsvpcConfiguration` as its names; absent where it leads through a list.
std::optional<std::vector<std::string>> names_of(std::string_view path) {
  std::vector<std::string> names;
  if (path.find("[]") != path.npos) return std::nullopt;
  while (path.find('.') != path.npos) {
    names.emplace_back(path.substr(0, path.find('.')));
    path.remove_prefix(path.find('.') + 1);
  }
  return names;
}

class Check : public schemas::Visitor {
 public:
  Check(const RunTask& task, const schemas::Call& call, Report& report)
      : task_(task), call_(call), report_(report) {}

  void unknown(const asl::Parameter& parameter, schemas::Shape owner) override {
    std::string name(parameter.name);
    if (name.empty() || owner.member_ignoring_case(name)) return;
    if (name.front() >= 'a' && name.front() <= 'z')
      name.front() = static_cast<char>(name.front() - 'a' + 'A');
    if (is_common(name) || is_role_in_container(name, parameter)) return;
    const auto positions = schemas::positions(call_.shape, name, 1);
    if (positions.empty()) return;
    const std::string& path = positions.front().path;
    const std::string place =
        path == name ? std::string(call_.parameters.name()) : path.substr(0, path.size() - name.size() - 1);
    Diagnostic& found =
        report_.add(parameter.key(),
                    fmt::format("`{}` is at the wrong level; it belongs in `{}`", parameter.name, place));
    if (const auto names = names_of(path)) offer(parameter, name, *names, found);
  }

 private:
  // ecs/role-in-container-override speaks of it.
  bool is_role_in_container(std::string_view name, const asl::Parameter& parameter) const {
    const bool role = name == "TaskRoleArn" || name == "ExecutionRoleArn";
    return role &&
           parameter.value.parent().parent() == task_.get(task_.overrides(), "ContainerOverrides").value;
  }

  void offer(const asl::Parameter& parameter, const std::string& name, const std::vector<std::string>& names,
             Diagnostic& found) {
    const std::string key = name + std::string(parameter.value.name().substr(parameter.name.size()));
    Value into = call_.parameters;
    for (size_t i = 0; i < names.size(); ++i) {
      const asl::Parameter next = task_.get(into, names[i]);
      if (next && !next.literal().is_object()) return;
      if (!next)
        return wrap_up(parameter, key, into, {names.begin() + static_cast<std::ptrdiff_t>(i), names.end()},
                       found);
      into = next.value;
    }
    if (task_.lacks(into, name))
      found.offer(fmt::format("move it to `{}`", into.name()), move(parameter.value, into, key));
  }

  // The object that should hold it is not there: the first stray parameter for it becomes the object.
  void wrap_up(const asl::Parameter& parameter, const std::string& key, Value holder,
               const std::vector<std::string>& missing, Diagnostic& found) {
    if (parameter.value.parent() != holder || made_ == missing.front()) return;
    made_ = missing.front();
    std::vector<std::string> inner(missing.begin() + 1, missing.end());
    inner.push_back(key);
    found.offer(fmt::format("put it into `{}`", missing.front()), Safety::safe,
                {rename_key(parameter.value, missing.front()), enclose(parameter.value, inner)});
  }

  const RunTask& task_;
  const schemas::Call& call_;
  Report& report_;
  std::string made_;  // the object that a fix makes; the others wait for the next pass
};

void check(const asl::State& state, Report& report) {
  const auto task = run_task(state);
  const auto call = task ? schemas::find_call(state) : std::nullopt;
  if (!call) return;
  Check visitor(*task, *call, report);
  schemas::visit(*call, visitor);
}

constexpr Example examples[] = {
    {"subnets one level too high",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "NetworkConfiguration": {«"Subnets"»: ["subnet-0a1b2c3d"]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}}, "End": true})json"},
    {"subnets that a template fills in, in quotes and without",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "NetworkConfiguration": {«"Subnets"»: ["${subnet_a}", ${rest}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["${subnet_a}", ${rest}]}}}, "End": true})json"},
    {"container overrides at the top",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"Cpu": "256"}, «"ContainerOverrides"»: [{"Name": "app"}]}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "Overrides": {"Cpu": "256", "ContainerOverrides": [{"Name": "app"}]}}, "End": true})json"},
    {"a command next to its container, in JSONata",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Arguments": {"TaskDefinition": "web:7", "Overrides": {«"Command"»: ["run"], "ContainerOverrides": [{"Name": "app"}]}}, "End": true})json"},
    {"right levels",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7", "LaunchType": "FARGATE", "NetworkConfiguration":
  {"AwsvpcConfiguration": {"Subnets": ["subnet-0a1b2c3d"]}}, "Overrides": {"ContainerOverrides": [{"Name": "app", "Command": ["run"]}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "ecs/parameter-wrong-level",
    .severity = Severity::error,
    .summary = "a RunTask parameter at the wrong level",
    .why =
        "Step Functions checks each level of the parameters by itself. It refuses a parameter that does "
        "not belong there, and the state fails when it runs: `The field \"Subnets\" is not supported by "
        "Step Functions`.",
    .see = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::ecs::parameter_wrong_level
