#include "schemas/call/parameters.h"

#include <optional>
#include <vector>

#include "lint/asl/machine.h"

namespace sfn::schemas {

namespace {

// One thing that a visitor receives.
struct Step {
  enum class Kind : uint8_t { structure, member, unknown, value } kind;
  Value value;
  Shape shape = {};
  asl::Parameter parameter = {};
  Member of = {};

  void give(Visitor& visitor) const {
    switch (kind) {
      case Kind::structure:
        return visitor.structure(value, shape);
      case Kind::member:
        return visitor.member(parameter, of);
      case Kind::unknown:
        return visitor.unknown(parameter, shape);
      case Kind::value:
        return visitor.value(value, shape);
    }
  }
};

// The walk over the parameters of one call.
class Walk {
 public:
  explicit Walk(asl::QueryLanguage language) : language_(language) {}

  // The reader bounds the depth of values, and so that of this recursion.
  void enter(Value value, Shape shape) {
    if (value.is_opaque() || !shape) return;
    steps_.push_back({Step::Kind::value, value, shape});
    if (value.is_object() && shape.is_structure()) enter_structure(value, shape);
    if (value.is_object() && shape.type() == Type::map) enter_each(value, shape.value());
    if (value.is_array() && shape.type() == Type::list) enter_each(value, shape.item());
  }
  std::vector<Step> take() { return std::move(steps_); }

 private:
  void enter_structure(Value object, Shape shape) {
    steps_.push_back({Step::Kind::structure, object, shape});
    for (Value child : object) {
      if (child.is_opaque() && child.name().empty()) continue;  // a placeholder for members
      const asl::Parameter parameter = asl::parameter(child, language_);
      const Member member = shape.member(parameter.name);
      const auto kind = member ? Step::Kind::member : Step::Kind::unknown;
      steps_.push_back({kind, child, shape, parameter, member});
      if (const Value literal = parameter.literal(); member && literal) enter(literal, member.shape());
    }
  }

  void enter_each(Value container, Shape shape) {
    for (Value child : container)
      if (const Value literal = asl::parameter(child, language_).literal()) enter(literal, shape);
  }

  asl::QueryLanguage language_;
  std::vector<Step> steps_;
};

std::optional<Call> read_call(const asl::State& state) {
  const asl::Resource& resource = asl::resource(state);
  const Shape shape = shape_of_parameters(resource);
  if (!shape) return std::nullopt;
  return Call{&state, resource, shape, state.arguments()};
}

// Some twenty rules look at the parameters of each call: they are walked once, for the first that asks.
class Calls {
 public:
  explicit Calls(const asl::Machine& machine) : walked_(machine.states().size()) {
    calls_.reserve(machine.states().size());
    for (const asl::State& state : machine.states()) calls_.push_back(read_call(state));
  }

  const Call* call(const asl::State& state) const {
    const auto& call = calls_[state.index];
    return call ? &*call : nullptr;
  }

  const std::vector<Step>& steps(const Call& call) const {
    auto& steps = walked_[call.state->index];
    if (!steps) {
      Walk walk(call.state->language);
      if (call.parameters.is_object()) walk.enter(call.parameters, call.shape);
      steps = walk.take();
    }
    return *steps;
  }

 private:
  std::vector<std::optional<Call>> calls_;
  mutable std::vector<std::optional<std::vector<Step>>> walked_;
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
  for (const Step& step : call.state->machine().derive<Calls>().steps(call)) step.give(visitor);
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
