#include "schemas/call/free_form.h"

#include <algorithm>
#include <iterator>

#include "schemas/call/parameters.h"

namespace sfn::schemas {

namespace {

std::string_view plain_name(Value member) {
  std::string_view name = member.name();
  if (name.ends_with(".$")) name.remove_suffix(2);
  return name;
}

// The shape of a value in the parameters of a task; absent where the tables do not know it. The keys of a
// map are data, and so are its values. The reader bounds the depth.
Shape shape_of(const asl::State& state, Value value) {
  if (!value) return {};
  if (value == state.arguments()) return shape_of_parameters(state.resource);
  const Shape outer = shape_of(state, value.parent());
  if (outer.type() == Type::list) return outer.item();
  return outer.is_structure() ? outer.member(plain_name(value)).shape() : Shape();
}

// Names of parameters that take a name from a small set of characters.
bool names_a_thing(std::string_view name) {
  constexpr std::string_view endings[] = {
      "Arn",   "Arns",          "ARN",    "Id",      "Ids",           "Url",
      "Uri",   "Name",          "Role",   "Queue",   "Cluster",       "TaskDefinition",
      "Group", "JobDefinition", "Bucket", "Subnets", "SecurityGroups"};
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_text(Type type) { return type == Type::string || type == Type::blob || type == Type::document; }

bool calls_service(const asl::State& state) {
  return state.resource.kind == asl::ResourceKind::integration ||
         state.resource.kind == asl::ResourceKind::aws_sdk;
}

}  // namespace

bool free_form(const asl::State& state, Value value) {
  const Value credentials = state["Credentials"];
  if (credentials && value.inside(credentials)) return false;
  const Value arguments = state.arguments();
  if (!state.is(asl::StateType::task) || !calls_service(state) || !arguments || !value.inside(arguments))
    return true;
  const Value named = value.parent().is_array() ? value.parent() : value;
  const Shape shape = shape_of(state, value);
  if (!shape) return named.parent() != arguments || !names_a_thing(plain_name(named));
  if (shape.accepts_text()) return true;
  return is_text(shape.type()) && shape.enum_values().empty() && !names_a_thing(plain_name(named));
}

}  // namespace sfn::schemas
