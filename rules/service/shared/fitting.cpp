#include "rules/service/shared/fitting.h"

#include <fmt/core.h>

#include "rules/service/shared/types.h"

namespace sfn::rules::service {

namespace {

namespace kind = asl::intrinsic;
using asl::types::Existence;

// Items of one list that are looked at.
constexpr size_t most_items = 1000;

// Only an object in place of a list, or the reverse, is known to be refused outside ECS.
asl::types::Kinds containers_of(schemas::Type type) {
  if (type == schemas::Type::list) return static_cast<asl::types::Kinds>(kind::any & ~kind::object);
  if (type == schemas::Type::structure || type == schemas::Type::map)
    return static_cast<asl::types::Kinds>(kind::any & ~kind::array);
  return kind::any;
}

}  // namespace

void Expressions::member(const asl::Parameter& parameter, schemas::Member member) {
  if (parameter.dynamic) expression(parameter.value, member.shape());
}

void Expressions::value(Value value, schemas::Shape shape) {
  const schemas::Shape inner = shape.type() == schemas::Type::list ? shape.item() : shape.value();
  for (Value child : value)
    if (inner && asl::parameter(child, call_.state->language).dynamic) expression(child, inner);
}

asl::types::Kinds Fitting::accepted(schemas::Shape shape) const {
  using schemas::Type;
  if (call_.is_sdk()) return containers_of(shape.type());
  switch (shape.type()) {
    case Type::structure:
      return kind::object | kind::null | (shape.accepts_text() ? kind::string : 0);
    case Type::map:
      return kind::object | kind::null;
    case Type::list:
      return kind::array | kind::null;
    case Type::integer:
    case Type::long_integer:
    case Type::number:
      return kind::number | kind::null;
    case Type::boolean:
      return kind::boolean | kind::null;
    case Type::timestamp:
      return kind::string | kind::number | kind::null;
    case Type::string:
      return kind::string | kind::null | (call_.is_ecs() ? 0 : kind::object | kind::array);
    case Type::blob:
      return kind::string | kind::null;
    case Type::document:
    case Type::absent:
      break;
  }
  return kind::any;
}

// Bounded by the depth of documents and of types.
std::optional<Misfit> Fitting::find(asl::types::Type type, schemas::Shape shape) {
  if (!shape) return std::nullopt;
  if (const Value node = types_.literal(type); node && is_quoted_scalar(node, shape)) return std::nullopt;
  if (!types_.can_be(type, accepted(shape))) return Misfit{"", type, shape};
  if (shape.type() == schemas::Type::list) return in_items(type, shape.item());
  return shape.is_structure() ? in_members(type, shape) : std::nullopt;
}

std::optional<Misfit> Fitting::in_items(asl::types::Type type, schemas::Shape shape) {
  const auto items = types_.items(type);
  if (!items) return std::nullopt;
  for (size_t i = 0; i < items->size() && i < most_items; ++i)
    if (auto found = find((*items)[i], shape)) {
      found->path.insert(0, fmt::format("[{}]", i));
      return found;
    }
  return std::nullopt;
}

std::optional<Misfit> Fitting::in_members(asl::types::Type type, schemas::Shape shape) {
  if (types_.kinds(type) != kind::object || !types_.known(type)) return std::nullopt;
  for (const schemas::Member member : shape.members()) {
    const auto value = types_.member(type, member.name());
    if (value.existence != Existence::present) continue;
    if (auto found = find(value.type, member.shape())) {
      found->path.insert(0, fmt::format(".{}", member.name()));
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace sfn::rules::service
