// Walks the parameters of a task together with the shapes that the service accepts.
#pragma once

#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include "lint/asl/payload.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "schemas/schemas.h"

namespace sfn::schemas {

/// A task whose parameters the tables know.
struct Call {
  const asl::State* state = nullptr;
  const asl::Resource& resource;
  /// The shape of Parameters or Arguments; a structure.
  Shape shape;
  /// The value of Parameters or Arguments; absent where the state has none.
  Value parameters;

  bool is_ecs() const { return resource.service == "ecs"; }
  /// Through the AWS SDK: Step Functions converts most values, and AWS may have more than the models.
  bool is_sdk() const { return resource.kind == asl::ResourceKind::aws_sdk; }
  /// "ecs:runTask", for messages.
  std::string name() const;
};

/// Whether a state has neither Parameters nor Arguments, and no placeholder that may bring them.
bool has_no_parameters(const asl::State& state);
/// The field in which the state gives its parameters: `Parameters`, in JSONata `Arguments`.
std::string_view parameters_field(const asl::State& state);

/// The shape of what a call takes; absent where the tables do not know it, or a placeholder hides it.
Shape shape_of_parameters(const asl::Resource& resource);

/// The call of a Task state; null for other states, for services without a table, and if a placeholder hides
/// the call. Lives as long as the machine.
const Call* find_call(const asl::State& state);

/// Receives every place in the parameters that has a shape. Nothing below an expression, a placeholder or a
/// value of the wrong kind is visited.
class Visitor {
 public:
  virtual ~Visitor() = default;
  /// An object for a structure: the place to look for missing members.
  virtual void structure(Value, Shape) {}
  /// A member of a structure that is in the table.
  virtual void member(const asl::Parameter&, Member) {}
  /// A member of a structure that is not in the table.
  virtual void unknown(const asl::Parameter&, Shape /* owner */) {}
  /// Any value for which there is a shape: of a member, an item, a value of a map. Literals only.
  virtual void value(Value, Shape) {}
};

/// A place in the parameters, as a Visitor gets it.
struct Step {
  enum class Kind : uint8_t { structure, member, unknown, value } kind;
  asl::Parameter parameter;  // of `structure` and `value` only the value
  Shape shape;
  Member member;
};
/// The walk over the parameters of a call; walked once while the call is the one that is asked for.
std::shared_ptr<const std::vector<Step>> steps_of(const Call& call);

/// Gives a visitor every step. Its type is the visitor's own, so that what it does not look at costs nothing.
template <typename Own>
void visit(const Call& call, Own& visitor) {
  static_assert(std::is_base_of_v<Visitor, Own> && !std::is_same_v<Visitor, Own>);
  const auto steps = steps_of(call);
  for (const Step& step : *steps) switch (step.kind) {
      case Step::Kind::structure:
        visitor.Own::structure(step.parameter.value, step.shape);
        break;
      case Step::Kind::member:
        visitor.Own::member(step.parameter, step.member);
        break;
      case Step::Kind::unknown:
        visitor.Own::unknown(step.parameter, step.shape);
        break;
      case Step::Kind::value:
        visitor.Own::value(step.parameter.value, step.shape);
        break;
    }
}

/// The hook `state` of a rule about parameters, which a `Check(call, report)` visits.
template <typename Check>
void on_parameters(const asl::State& state, Report& report) {
  const auto call = find_call(state);
  if (!call) return;
  Check check(*call, report);
  visit(*call, check);
}

/// The same, only for optimized integrations, and only for calls of the AWS SDK: of these the models may lack
/// what is new, and values are converted.
template <typename Check>
void on_optimized_parameters(const asl::State& state, Report& report) {
  if (asl::resource(state).kind == asl::ResourceKind::integration) on_parameters<Check>(state, report);
}
template <typename Check>
void on_sdk_parameters(const asl::State& state, Report& report) {
  if (asl::resource(state).kind == asl::ResourceKind::aws_sdk) on_parameters<Check>(state, report);
}

/// The path of a place in messages: `Overrides.ContainerOverrides[0].Name`.
std::string path_of(Value value, Value parameters);

}  // namespace sfn::schemas
