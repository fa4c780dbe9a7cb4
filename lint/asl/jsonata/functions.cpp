#include "lint/asl/jsonata/functions.h"

#include <algorithm>
#include <array>
#include <vector>

#include "lint/nearest.h"

namespace sfn::asl::jsonata {
namespace {

/// The words that the table is written in, and the table.
namespace signatures {

constexpr auto text = ValueKind::string, number = ValueKind::number, truth = ValueKind::boolean,
               list = ValueKind::array, object = ValueKind::object, call = ValueKind::function,
               any = ValueKind::unknown;

constexpr ValueKinds one(ValueKind kind) { return static_cast<ValueKinds>(kind); }
constexpr Parameter need(ValueKinds accepts) { return {accepts, false, false}; }
constexpr Parameter need(ValueKind kind) { return need(one(kind)); }
constexpr Parameter maybe(ValueKind kind) { return {one(kind), true, false}; }
constexpr Parameter maybe_any() { return {any_value, true, false}; }
constexpr Parameter context(ValueKinds accepts) { return {accepts, true, true}; }
constexpr Parameter context(ValueKind kind) { return context(one(kind)); }
// Where a list is wanted a single value serves as a list of one, unless the kind of the items is fixed.
constexpr Parameter items() { return need(any_value); }
constexpr Parameter items(ValueKind of) { return need(list | of); }
constexpr ValueKinds json = any_value & static_cast<ValueKinds>(~static_cast<unsigned>(call));

constexpr Function row(std::string_view name, ValueKind result, std::initializer_list<Parameter> parameters,
                       bool unwraps = false, Origin origin = Origin::jsonata) {
  Function made;
  made.name = name;
  made.origin = origin;
  made.result = result;
  made.unwraps = unwraps;
  for (const Parameter& parameter : parameters) {
    made.parameters[made.most++] = parameter;
    if (!parameter.optional) ++made.least;
  }
  return made;
}

constexpr Function added(std::string_view name, ValueKind result,
                         std::initializer_list<Parameter> parameters) {
  return row(name, result, parameters, false, Origin::step_functions);
}

constexpr Function unlimited(Function made) {
  made.most = Function::unlimited;
  return made;
}

constexpr std::array functions = {
    row("abs", number, {context(number)}),
    // One argument alone if the other is undefined.
    row("append", any, {need(any_value), need(any_value)}),
    row("assert", any, {need(truth), maybe(text)}),
    row("average", number, {items(number)}),
    row("base64decode", text, {context(text)}),
    row("base64encode", text, {context(text)}),
    row("boolean", truth, {context(any_value)}),
    row("ceil", number, {context(number)}),
    row("clone", any, {context(object | list)}),
    row("contains", truth, {context(text), need(text | call)}),
    row("count", number, {items()}),
    row("decodeUrl", text, {context(text)}),
    row("decodeUrlComponent", text, {context(text)}),
    row("distinct", any, {need(any_value)}),
    row("each", any, {context(object), need(call)}, true),
    row("encodeUrl", text, {context(text)}),
    row("encodeUrlComponent", text, {context(text)}),
    row("error", any, {maybe(text)}),
    row("eval", any, {need(text), maybe_any()}, false, Origin::missing),
    row("exists", truth, {need(any_value)}),
    row("filter", any, {items(), need(call)}, true),
    row("floor", number, {context(number)}),
    row("formatBase", text, {context(number), maybe(number)}),
    row("formatInteger", text, {context(number), need(text)}),
    row("formatNumber", text, {context(number), need(text), maybe(object)}),
    row("fromMillis", text, {context(number), maybe(text), maybe(text)}),
    added("hash", text, {need(any_value), need(text)}),
    row("join", text, {items(text), maybe(text)}),
    row("keys", any, {context(any_value)}, true),
    row("length", number, {context(text)}),
    row("lookup", any, {context(any_value), need(text)}),
    row("lowercase", text, {context(text)}),
    row("map", any, {items(), need(call)}, true),
    row("match", any, {context(text), need(call), maybe(number)}, true),
    row("max", number, {items(number)}),
    row("merge", object, {items(object)}),
    row("millis", number, {}),
    row("min", number, {items(number)}),
    row("not", truth, {context(any_value)}),
    row("now", text, {maybe(text), maybe(text)}),
    row("number", number, {context(static_cast<ValueKinds>((number | text) | one(truth)))}),
    row("pad", text, {context(text), need(number), maybe(text)}),
    added("parse", any, {need(text)}),
    row("parseInteger", number, {context(text), need(text)}),
    added("partition", list, {need(list), need(number)}),
    row("power", number, {context(number), need(number)}),
    added("random", number, {maybe(number)}),
    added("range", list, {need(number), need(number), need(number)}),
    row("reduce", any, {items(), need(call), {json, true, false}}),
    row("replace", text, {context(text), need(text | call), need(text | call), maybe(number)}),
    row("reverse", list, {items()}),
    row("round", number, {context(number), maybe(number)}),
    row("shuffle", list, {items()}),
    row("sift", object, {context(object), maybe(call)}),
    row("single", any, {items(), maybe(call)}),
    row("sort", list, {items(), maybe(call)}),
    row("split", list, {context(text), need(text | call), maybe(number)}),
    row("spread", any, {context(any_value)}, true),
    row("sqrt", number, {context(number)}),
    row("string", text, {context(any_value), maybe(truth)}),
    row("substring", text, {context(text), need(number), maybe(number)}),
    row("substringAfter", text, {context(text), need(text)}),
    row("substringBefore", text, {context(text), need(text)}),
    row("sum", number, {items(number)}),
    row("toMillis", number, {context(text), maybe(text)}),
    row("trim", text, {context(text)}),
    row("type", text, {need(any_value)}),
    row("uppercase", text, {context(text)}),
    added("uuid", text, {}),
    unlimited(row("zip", list, {items()})),
};

}  // namespace signatures

struct Alias {
  std::string_view wrong, right;
};

/// Names of other languages, in small letters.
constexpr Alias aliases[] = {
    {"arraylength", "count"},
    {"array", "append"},
    {"avg", "average"},
    {"ceiling", "ceil"},
    {"chunk", "partition"},
    {"concat", "append"},
    {"date", "now"},
    {"endswith", "match"},
    {"entries", "spread"},
    {"find", "filter"},
    {"flatmap", "map"},
    {"float", "number"},
    {"foreach", "each"},
    {"formatdate", "fromMillis"},
    {"fromjson", "parse"},
    {"guid", "uuid"},
    {"includes", "contains"},
    {"int", "number"},
    {"isdefined", "exists"},
    {"jsonparse", "parse"},
    {"jsontostring", "string"},
    {"len", "length"},
    {"lower", "lowercase"},
    {"md5", "hash"},
    {"mean", "average"},
    {"mergeobjects", "merge"},
    {"parsedate", "toMillis"},
    {"parsefloat", "number"},
    {"parseint", "number"},
    {"parsejson", "parse"},
    {"pow", "power"},
    {"push", "append"},
    {"rand", "random"},
    {"replaceall", "replace"},
    {"sha256", "hash"},
    {"size", "count"},
    {"slice", "substring"},
    {"some", "filter"},
    {"startswith", "match"},
    {"str", "string"},
    {"stringify", "string"},
    {"stringtojson", "parse"},
    {"substr", "substring"},
    {"throw", "error"},
    {"timestamp", "now"},
    {"tojson", "string"},
    {"tolower", "lowercase"},
    {"tolowercase", "lowercase"},
    {"tonumber", "number"},
    {"tostring", "string"},
    {"toupper", "uppercase"},
    {"touppercase", "uppercase"},
    {"typeof", "type"},
    {"uniq", "distinct"},
    {"unique", "distinct"},
    {"upper", "uppercase"},
    {"urlencode", "encodeUrlComponent"},
    {"urldecode", "decodeUrlComponent"},
};

}  // namespace

std::string_view describe(ValueKind kind) {
  switch (kind) {
    case ValueKind::string:
      return "a string";
    case ValueKind::number:
      return "a number";
    case ValueKind::boolean:
      return "a boolean";
    case ValueKind::null:
      return "null";
    case ValueKind::array:
      return "an array";
    case ValueKind::object:
      return "an object";
    case ValueKind::function:
      return "a function";
    case ValueKind::unknown:
      break;
  }
  return "any value";
}

std::span<const Function> functions() { return signatures::functions; }

const Function* find_function(std::string_view name) {
  const auto found = std::lower_bound(signatures::functions.begin(), signatures::functions.end(), name,
                                      [](const Function& a, std::string_view b) { return a.name < b; });
  return found != signatures::functions.end() && found->name == name ? &*found : nullptr;
}

std::optional<std::string_view> likely_function(std::string_view name) {
  for (const Alias& alias : aliases)
    if (equal_without_case(alias.wrong, name)) return alias.right;
  std::vector<std::string_view> names;
  for (const Function& function : signatures::functions)
    if (function.origin != Origin::missing) names.push_back(function.name);
  return nearest(name, names);
}

}  // namespace sfn::asl::jsonata
