#include "schemas/call/parameters.h"

#include <optional>
#include <vector>

#include "lint/asl/machine.h"

namespace sfn::schemas {

namespace {

// The walk over the parameters of one call.
class Walk {
 public:
  Walk(asl::QueryLanguage language, Visitor& visitor) : language_(language), visitor_(visitor) {}

  // The reader bounds the depth of values, and so that of this recursion.
  void enter(Value value, Shape shape) {
    if (value.is_opaque() || !shape) return;
    visitor_.value(value, shape);
    if (value.is_object() && shape.is_structure()) enter_structure(value, shape);
    if (value.is_object() && shape.type() == Type::map) enter_each(value, shape.value());
    if (value.is_array() && shape.type() == Type::list) enter_each(value, shape.item());
  }

 private:
  void enter_structure(Value object, Shape shape) {
    visitor_.structure(object, shape);
    for (Value child : object) {
      if (child.is_opaque() && child.name().empty()) continue;  // a placeholder for members
      const asl::Parameter parameter = asl::parameter(child, language_);
      const Member member = shape.member(parameter.name);
      if (!member) {
        visitor_.unknown(parameter, shape);
        continue;
      }
      visitor_.member(parameter, member);
      if (const Value literal = parameter.literal()) enter(literal, member.shape());
    }
  }

  void enter_each(Value container, Shape shape) {
    for (Value child : container)
      if (const Value literal = asl::parameter(child, language_).literal()) enter(literal, shape);
  }

  asl::QueryLanguage language_;
  Visitor& visitor_;
};

std::optional<Call> read_call(const asl::State& state) {
  const asl::Resource& resource = asl::resource(state);
  const Shape shape = shape_of_parameters(resource);
  if (!shape) return std::nullopt;
  return Call{&state, resource, shape, state.arguments()};
}

// Some twenty rules ask for the call of each state.
class Calls {
 public:
  explicit Calls(const asl::Machine& machine) {
    calls_.reserve(machine.states().size());
    for (const asl::State& state : machine.states()) calls_.push_back(read_call(state));
  }

  const Call* call(const asl::State& state) const {
    const auto& call = calls_[state.index];
    return call ? &*call : nullptr;
  }

 private:
  std::vector<std::optional<Call>> calls_;
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

void visit(const Call& call, Visitor& visitor) {
  if (call.parameters.is_object()) Walk(call.state->language, visitor).enter(call.parameters, call.shape);
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
