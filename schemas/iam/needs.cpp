#include "schemas/iam/needs.h"

#include <fmt/core.h>

#include <optional>

#include "lint/asl/payload.h"
#include "schemas/call/integration.h"
#include "schemas/deployment.h"
#include "schemas/ecs/run_task.h"
#include "schemas/ecs/task_definition.h"
#include "schemas/iam/resource_template.h"

namespace sfn::schemas::iam {

namespace {

constexpr std::string_view passed_to_tasks = "ecs-tasks.amazonaws.com", passed_to_ecs = "ecs.amazonaws.com";

// Services for whose `.sync` the refusal "is not authorized to create managed-rule" has been seen.
bool is_refused_without_rule(std::string_view service) {
  return service == "ecs" || service == "states" || service == "sagemaker";
}

NeedKind kind_of(std::string_view service, std::string_view action) {
  if (service == "map" && action == "states:StartExecution") return NeedKind::map_start;
  if (service == "map" || service == "s3") return NeedKind::distributed_map;
  if (is_rule_action(action) && is_refused_without_rule(service)) return NeedKind::managed_rule;
  if (service == "states" && action != "states:StartExecution") return NeedKind::child_execution;
  if (service != "ecs") return NeedKind::integration;
  if (action == "ecs:RunTask") return NeedKind::run_task;
  if (action == "ecs:StopTask") return NeedKind::stop_task;
  return NeedKind::describe_tasks;
}

class Collector {
 public:
  Collector(Needs& into, const asl::State& state)
      : into_(into), state_(state), deployment_(deployment(state.machine().surroundings())) {}

  void collect() {
    if (state_.is(asl::StateType::map)) map();
    if (state_.is(asl::StateType::task)) task();
  }

 private:
  void unknown(UnknownNeedKind kind, std::string call = {}) {
    into_.unknown.push_back({&state_, kind, std::move(call)});
  }

  Need& add(NeedKind kind, std::string_view action, size_t order, Value because) {
    Need& need = into_.all.emplace_back();
    need.kind = kind;
    need.action = action;
    need.order = order;
    need.state = &state_;
    need.because = because;
    return need;
  }

  // The statements of the table for one call.
  void add_all(std::string_view service, std::string_view action, asl::Pattern pattern, Value payload,
               Value because) {
    const auto listed = permissions(service, action, table_pattern(pattern).value_or(request_response));
    if (listed.empty())
      unknown(UnknownNeedKind::unlisted_call,
              fmt::format("{}:{}{}", service, action,
                          state_.is(asl::StateType::task) ? state_.resource.suffix : ""));
    for (const Permission& permission : listed) add(service, permission, payload, because);
  }

  void add(std::string_view service, const Permission& permission, Value payload, Value because) {
    bool usual = permission.usual;
    if (!permission.when.empty() && !holds(permission.when, payload, usual)) return;
    Filled filled = fill(permission, payload, state_.language, deployment_);
    if (filled.resources.empty()) return;
    std::string_view actions = permission.actions;
    while (!actions.empty()) {
      const std::string_view action = actions.substr(0, actions.find(','));
      actions.remove_prefix(std::min(actions.size(), action.size() + 1));
      const bool passes = action == "iam:PassRole";
      Need& need = add(kind_of(service, action), action, permission.order, because);
      if (passes) need.order = order_of_roles;
      if (is_rule_action(action)) need.order = order_of_rules;
      if (passes && filled.parameter) need.because = filled.parameter;
      need.resources = filled.resources;
      need.dynamic = filled.dynamic;
      need.passed = permission.passed;
      need.usual = usual;
    }
  }

  // `Name=value`. What is not known may have it: granted, but not missed.
  bool holds(std::string_view when, Value payload, bool& usual) const {
    const size_t equals = when.find('=');
    const asl::Parameter parameter = asl::parameter(payload, when.substr(0, equals), state_.language);
    if (parameter && !parameter.unknown()) return parameter.value.literal() == when.substr(equals + 1);
    usual = true;
    return parameter.unknown() || !payload;
  }

  void map() {
    bool distributed = false;
    for (const asl::Scope* scope : state_.inner) distributed = distributed || scope->distributed();
    if (!distributed) return;
    add_all("map", "distributed", asl::Pattern::request_response, {}, state_.value);
    for (const char* field : {"ItemReader", "ResultWriter"}) {
      const Value object = state_[field];
      const asl::Resource resource = asl::read_resource(object["Resource"]);
      if (resource.kind != asl::ResourceKind::integration || resource.service != "s3") continue;
      const Value payload = object[state_.jsonata() ? "Arguments" : "Parameters"];
      add_all("s3", resource.action, asl::Pattern::request_response, payload.is_object() ? payload : Value(),
              object["Resource"]);
    }
  }

  void task() {
    if (const Value credentials = state_["Credentials"]) return credentials_of(credentials);
    const asl::Resource& resource = state_.resource;
    const Value arguments = state_.arguments();
    const Value payload = arguments.is_object() ? arguments : Value();
    switch (resource.kind) {
      case asl::ResourceKind::integration:
      case asl::ResourceKind::aws_sdk:
        call(resource, payload);
        break;
      case asl::ResourceKind::lambda:
        lambda(std::string(resource.text));
        break;
      case asl::ResourceKind::activity:
        break;  // its workers need permissions, the role none
      case asl::ResourceKind::unknown:
        unread();
        break;
    }
  }

  void call(const asl::Resource& resource, Value payload) {
    if (!resource.service_known || !resource.action_known || !resource.pattern_known)
      return unknown(UnknownNeedKind::unread_call);
    const bool sdk = resource.kind == asl::ResourceKind::aws_sdk;
    if (sdk && (resource.service == "s3" ||
                permissions(resource.service, resource.action, request_response).empty()))
      return sdk_call(resource, payload);
    const asl::Pattern pattern = sdk ? asl::Pattern::request_response : resource.pattern;
    add_all(resource.service, resource.action, pattern, payload, state_["Resource"]);
    if (const ecs::RunTask* task = ecs::run_task(state_)) run_task(*task);
  }

  void sdk_call(const asl::Resource& resource, Value payload) {
    const std::string service = fmt::format("aws-sdk:{}", resource.service),
                      call = fmt::format("{}:{}", service, resource.action);
    const auto listed = permissions(service, resource.action, request_response);
    if (!listed.empty() && listed.front().resource != "*")
      return add_all(service, resource.action, asl::Pattern::request_response, payload, state_["Resource"]);
    const std::vector<std::string> actions = sdk_actions(resource.service, resource.action);
    for (const std::string& action : actions)
      add(NeedKind::integration, action, order_of_sdk, state_["Resource"]).resources = {{"*", "${Resource}"}};
    unknown(actions.empty() ? UnknownNeedKind::unlisted_action : UnknownNeedKind::any_resource, call);
  }

  // A function of the template, where the Resource refers to one.
  void unread() {
    const Value resource = state_["Resource"];
    const auto text = known_text(resource, deployment_);
    if (text && deployment_.find(ResourceKind::function, resource.text())) return lambda(*text, true);
    unknown(UnknownNeedKind::unread_call);
  }

  void lambda(const std::string& arn, bool known = false) {
    Need& need = add(NeedKind::integration, "lambda:InvokeFunction", 100, state_["Resource"]);
    need.dynamic = !known && !is_plain(arn);
    need.resources = {{need.dynamic ? "*" : arn, arn}};
    if (const auto found = permissions("lambda", "invoke", request_response); !found.empty())
      need.order = found.front().order;
  }

  // The call is made with the other role's permissions.
  void credentials_of(Value credentials) {
    const asl::Parameter role = asl::parameter(credentials, "RoleArn", state_.language);
    if (!role && !credentials.is_opaque()) return;
    Need& need = add(NeedKind::assume_role, "sts:AssumeRole", order_of_credentials, state_["Credentials"]);
    const auto text = role.literal().literal();
    need.dynamic = !text || !is_plain(*text);
    const std::string arn = need.dynamic ? "${CredentialsRoleArn}" : std::string(*text);
    need.resources = {{arn, arn}};
    if (!need.dynamic) need.because = role.value;
    unknown(UnknownNeedKind::credentials);
  }

  void run_task(const ecs::RunTask& task) {
    tags(task);
    const ecs::TaskDefinition definition = ecs::task_definition(task);
    role(task, definition, "TaskRoleArn", "taskRoleArn");
    role(task, definition, "ExecutionRoleArn", "executionRoleArn");
    const bool overridden =
        task.get(task.overrides(), "TaskRoleArn") && task.get(task.overrides(), "ExecutionRoleArn");
    if (!definition && task.payload && !overridden) unknown(UnknownNeedKind::task_definition);
    for (Value volume : task.items("VolumeConfigurations"))
      pass(task.get(task.literal(volume, "ManagedEBSVolume"), "RoleArn"), passed_to_ecs,
           NeedKind::pass_volume_role, "${VolumeRole}");
  }

  void role(const ecs::RunTask& task, ecs::TaskDefinition definition, std::string_view override,
            std::string_view own) {
    if (const asl::Parameter given = task.get(task.overrides(), override))
      return pass(given, passed_to_tasks, NeedKind::pass_role,
                  override == "TaskRoleArn" ? "${TaskRole}" : "${ExecutionRole}");
    const Value known = definition[own];
    if (const auto text = text_of(known, definition))
      return pass_known(*text, passed_to_tasks, NeedKind::pass_role, state_["Resource"]);
    if (known) unknown(UnknownNeedKind::unread_task_role);
  }

  // The definition is a file of its own, or of the template.
  std::optional<std::string> text_of(Value role, ecs::TaskDefinition definition) const {
    const auto literal = role.literal();
    if (literal) return is_plain(*literal) ? std::optional(std::string(*literal)) : std::nullopt;
    return definition.declared ? known_text(role, deployment_) : std::nullopt;
  }

  void pass(const asl::Parameter& role, std::string_view to, NeedKind kind, std::string_view name) {
    if (!role) return;
    const auto text = role.dynamic ? std::nullopt : known_text(role.value, deployment_);
    if (text && (is_plain(*text) || !role.value.literal())) return pass_known(*text, to, kind, role.value);
    if (role.literal() && !role.value.templated()) return;  // no role at all: other rules speak of it
    Need& need = add(kind, "iam:PassRole", order_of_roles, role.value);
    const std::string arn = role_arn(name);
    need.resources = {{arn, arn}};
    need.passed = to;
    need.dynamic = true;
  }

  void pass_known(std::string_view role, std::string_view to, NeedKind kind, Value because) {
    Need& need = add(kind, "iam:PassRole", order_of_roles, because);
    need.resources = {{role_arn(role), role_arn(role)}};
    need.passed = to;
  }

  // A task that is tagged when it starts needs one permission more.
  void tags(const ecs::RunTask& task) {
    for (const std::string_view name : {"Tags", "PropagateTags", "EnableECSManagedTags"}) {
      const asl::Parameter parameter = task.get(name);
      if (!parameter || !tagging(parameter)) continue;
      Need& need = add(NeedKind::tag_resource, "ecs:TagResource", 1, parameter.value);
      need.resources = {{"arn:${Partition}:ecs:${Region}:${Account}:task/*",
                         "arn:${Partition}:ecs:${Region}:${Account}:task/${Task}"}};
      need.dynamic = parameter.unknown();
      return;
    }
  }

  static bool tagging(const asl::Parameter& parameter) {
    const Value value = parameter.literal();
    if (!value) return true;
    if (value.is_array()) return value.child_count() > 0;
    if (value.is_boolean()) return value.boolean() == true;
    return value.is_string() && value.literal() != "NONE";
  }

  Needs& into_;
  const asl::State& state_;
  const Deployment& deployment_;
};

}  // namespace

bool is_rule_action(std::string_view action) {
  return action == "events:PutTargets" || action == "events:PutRule" || action == "events:DescribeRule";
}

Needs::Needs(const asl::Machine& machine) {
  for (const asl::State& state : machine.states()) Collector(*this, state).collect();
}

std::vector<const asl::State*> callback_tasks(const asl::Machine& machine) {
  std::vector<const asl::State*> found;
  for (const asl::State& state : machine.states())
    if (state.resource.calls_back() && ecs::optimized_run_task(state)) found.push_back(&state);
  return found;
}

}  // namespace sfn::schemas::iam
