#include "lint/asl/intrinsic/functions.h"

#include <algorithm>

namespace sfn::asl::intrinsic {
namespace {

constexpr uint8_t unlimited = Function::unlimited;

// Numbers that must be integers are rounded by AWS, so the kind is `number` for them as well.
constexpr Function table[] = {
    {"States.Array", 0, unlimited, {any, any, any}, array},
    {"States.ArrayContains", 2, 2, {array, any, any}, boolean},
    {"States.ArrayGetItem", 2, 2, {array, number, any}, any},
    {"States.ArrayLength", 1, 1, {array, any, any}, number},
    {"States.ArrayPartition", 2, 2, {array, number, any}, array},
    {"States.ArrayRange", 3, 3, {number, number, number}, array},
    {"States.ArrayUnique", 1, 1, {array, any, any}, array},
    {"States.Base64Decode", 1, 1, {string, any, any}, string},
    {"States.Base64Encode", 1, 1, {string, any, any}, string},
    {"States.Format", 1, unlimited, {string, any, any}, string},
    {"States.Hash", 2, 2, {any, string, any}, string},
    {"States.JsonMerge", 3, 3, {object, object, boolean}, object},
    {"States.JsonToString", 1, 1, {any, any, any}, string, true},
    {"States.MathAdd", 2, 2, {number, number, any}, number},
    {"States.MathRandom", 2, 3, {number, number, number}, number},
    {"States.StringSplit", 2, 2, {string, string, any}, array},
    {"States.StringToJson", 1, 1, {string, any, any}, any},
    {"States.UUID", 0, 0, {any, any, any}, string},
};

constexpr auto names = [] {
  std::array<std::string_view, std::size(table)> out{};
  for (size_t i = 0; i < out.size(); ++i) out[i] = table[i].name;
  return out;
}();

struct KindName {
  Kinds kind;
  std::string_view name;
};
constexpr KindName kind_names[] = {{string, "a string"}, {number, "a number"}, {boolean, "a boolean"},
                                   {null, "null"},       {array, "an array"},  {object, "an object"}};

}  // namespace

std::span<const Function> functions() { return table; }
std::span<const std::string_view> function_names() { return names; }

const Function* find_function(std::string_view name) {
  const auto found =
      std::find_if(std::begin(table), std::end(table), [&](const Function& f) { return f.name == name; });
  return found == std::end(table) ? nullptr : &*found;
}

Kinds result_kinds(const Call& call) {
  const Function* function = find_function(call.name);
  return function ? function->returns : any;
}

Kinds argument_kinds(const Argument& argument) {
  switch (argument.kind) {
    case Argument::Kind::text:
      return string;
    case Argument::Kind::number:
      return number;
    case Argument::Kind::boolean:
      return boolean;
    case Argument::Kind::null:
      return null;
    case Argument::Kind::path:
      return any;
    case Argument::Kind::call:
      return argument.call ? result_kinds(*argument.call) : any;
  }
  return any;
}

// The documented list holds ArrayGetItem and leaves out StringToJson, though both can return anything.
bool may_return_string(const Call& call) {
  const Kinds kinds = result_kinds(call);
  return (kinds & string) != 0 && call.name != "States.StringToJson";
}

std::string describe(Kinds kinds) {
  if (kinds == any) return "any value";
  std::string out;
  for (const KindName& entry : kind_names) {
    if ((kinds & entry.kind) == 0) continue;
    if (!out.empty()) out += " or ";
    out += entry.name;
  }
  return out;
}

}  // namespace sfn::asl::intrinsic
