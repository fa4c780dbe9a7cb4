#include "lint/asl/types/context.h"

#include "lint/asl/context_object.h"

namespace sfn::asl::types {

namespace {

using context_object::Field;

Kinds kinds_of_field(context_object::Type type) {
  switch (type) {
    case context_object::Type::object:
      return intrinsic::object;
    case context_object::Type::text:
    case context_object::Type::timestamp:
      return intrinsic::string;
    case context_object::Type::number:
      return intrinsic::number;
    case context_object::Type::any:
      break;
  }
  return intrinsic::any;
}

bool is_directly_below(std::string_view path, std::string_view parent) {
  if (parent.empty()) return path.find('.') == std::string_view::npos;
  return path.starts_with(parent) && path.size() > parent.size() && path[parent.size()] == '.' &&
         path.find('.', parent.size() + 1) == std::string_view::npos;
}

class Builder {
 public:
  Builder(Types& types, Type execution_input, Type map_item)
      : types_(types), execution_input_(execution_input), map_item_(map_item) {}

  Type object(std::string_view path) {
    std::vector<Member> members;
    for (const Field& field : context_object::fields())
      if (is_directly_below(field.path, path)) members.push_back(member(field));
    return types_.object(std::move(members), Type(), {});
  }

 private:
  Member member(const Field& field) {
    const std::string_view name = field.path.substr(field.path.rfind('.') + 1);
    const bool always = field.present == context_object::Present::always;
    return {name, type(field), always ? Existence::present : Existence::maybe};
  }

  Type type(const Field& field) {
    if (field.path == "Execution.Input") return execution_input_;
    if (field.path == "Map.Item.Value") return map_item_;
    if (field.type == context_object::Type::object) return object(field.path);
    return types_.unknown(kinds_of_field(field.type));
  }

  Types& types_;
  Type execution_input_, map_item_;
};

}  // namespace

Type context_type(Types& types, Type execution_input, Type map_item) {
  return Builder(types, execution_input, map_item).object({});
}

}  // namespace sfn::asl::types
