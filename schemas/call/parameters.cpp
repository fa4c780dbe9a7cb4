#include "schemas/call/parameters.h"

#include <deque>
#include <memory>
#include <vector>

#include "lint/asl/machine.h"

namespace sfn::schemas {

namespace {

// The walk over the parameters of one call.
class Walk {
 public:
  Walk(asl::QueryLanguage language, std::vector<Step>& steps) : language_(language), steps_(steps) {}

  // The reader bounds the depth of values, and so that of this recursion.
  void enter(Value value, Shape shape) {
    if (value.is_opaque() || !shape) return;
    steps_.push_back({Step::Kind::value, {value, {}}, shape, {}});
    if (value.is_object() && shape.is_structure()) enter_structure(value, shape);
    if (value.is_object() && shape.type() == Type::map) enter_each(value, shape.value());
    if (value.is_array() && shape.type() == Type::list) enter_each(value, shape.item());
  }

 private:
  void enter_structure(Value object, Shape shape) {
    steps_.push_back({Step::Kind::structure, {object, {}}, shape, {}});
    for (Value child : object) {
      if (child.is_opaque() && child.name().empty()) continue;  // a placeholder for members
      const asl::Parameter parameter = asl::parameter(child, language_);
      const Member member = shape.member(parameter.name);
      steps_.push_back({member ? Step::Kind::member : Step::Kind::unknown, parameter, shape, member});
      if (const Value literal = member ? parameter.literal() : Value()) enter(literal, member.shape());
    }
  }

  void enter_each(Value container, Shape shape) {
    for (Value child : container)
      if (const Value literal = asl::parameter(child, language_).literal()) enter(literal, shape);
  }

  asl::QueryLanguage language_;
  std::vector<Step>& steps_;
};

// Some twenty rules ask for the call of each state.
class Calls {
 public:
  explicit Calls(const asl::Machine& machine) : by_state_(machine.states().size()) {
    for (const asl::State& state : machine.states())
      if (const Shape shape = shape_of_parameters(state.resource))
        by_state_[state.index] = &all_.emplace_back(Call{&state, state.resource, shape, state.arguments()});
  }

  const Call* call(const asl::State& state) const { return by_state_[state.index]; }

  // All rules look at one state before the next one comes, so it is enough to keep the steps of one call.
  std::shared_ptr<const std::vector<Step>> steps(const Call& call) const {
    if (walked_ == &call) return steps_;
    walked_ = &call;
    if (steps_.use_count() != 1) steps_ = std::make_shared<std::vector<Step>>();
    steps_->clear();
    if (call.parameters.is_object()) Walk(call.state->language, *steps_).enter(call.parameters, call.shape);
    return steps_;
  }

 private:
  std::deque<Call> all_;
  std::vector<const Call*> by_state_;
  mutable const Call* walked_ = nullptr;
  mutable std::shared_ptr<std::vector<Step>> steps_;
};

}  // namespace

Shape shape_of_parameters(const asl::Resource& resource) {
  if (!resource.action_known) return {};
  if (resource.kind == asl::ResourceKind::integration) return parameters(resource.service, resource.action);
  if (resource.kind == asl::ResourceKind::aws_sdk) return sdk_parameters(resource.service, resource.action);
  return {};
}

std::string Call::name() const { return std::string(resource.service) + ":" + std::string(resource.action); }

bool has_no_parameters(const asl::State& state) {
  const Value value = state.value;
  return !value.open() && !value.has("Parameters") && !value.has("Arguments");
}

std::string_view parameters_field(const asl::State& state) {
  return state.jsonata() ? "Arguments" : "Parameters";
}

const Call* find_call(const asl::State& state) { return state.machine().derive<Calls>().call(state); }

std::shared_ptr<const std::vector<Step>> steps_of(const Call& call) {
  return call.state->machine().derive<Calls>().steps(call);
}

std::string path_of(Value value, Value parameters) {
  std::string path;
  for (; value && value != parameters; value = value.parent()) {
    std::string step(value.name());
    if (value.parent().is_array()) {
      size_t index = 0;
      for (Value item : value.parent()) {
        if (item == value) break;
        ++index;
      }
      step = "[" + std::to_string(index) + "]";
    } else if (step.ends_with(".$")) {
      step.resize(step.size() - 2);
    }
    path = path.empty() || path.starts_with('[') ? step + path : step + "." + path;
  }
  return path;
}

}  // namespace sfn::schemas
