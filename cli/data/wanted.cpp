#include "cli/data/wanted.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/data/wanted_jsonata.h"
#include "cli/report/json_writer.h"
#include "schemas/call/parameters.h"

namespace sfn::cli {

namespace {

namespace kind = asl::intrinsic;
using asl::Content;

// A member of `parameters` of which only the shape is known beforehand.
class ShapesOfExpressions : public schemas::Visitor {
 public:
  ShapesOfExpressions(const schemas::Call& call, std::unordered_map<NodeId, schemas::Shape>& shapes)
      : language_(call.state->language), shapes_(shapes) {}

  void member(const asl::Parameter& parameter, schemas::Member member) override {
    if (parameter.dynamic) shapes_.emplace(parameter.value.id(), member.shape());
  }
  void value(Value value, schemas::Shape shape) override {
    const schemas::Shape inner = shape.type() == schemas::Type::list ? shape.item() : shape.value();
    for (Value child : value)
      if (inner && asl::parameter(child, language_).dynamic) shapes_.emplace(child.id(), inner);
  }

 private:
  asl::QueryLanguage language_;
  std::unordered_map<NodeId, schemas::Shape>& shapes_;
};

constexpr const char* some_time = "\"2026-01-01T00:00:00Z\"";

std::string number_text(double number) { return fmt::format("{}", number); }

// A Map that is distributed takes an object too; a list is what is meant.
Wanted of_content(const asl::Field& field) {
  switch (field.content) {
    case Content::integer:
    case Content::number:
      return {kind::number, field.min > 0 ? number_text(field.min) : ""};
    case Content::boolean:
    case Content::condition:
      return {kind::boolean};
    case Content::timestamp:
      return {kind::string, some_time, true};
    case Content::text:
      return {kind::string};
    case Content::items:
      return {kind::array};
    default:
      return {};
  }
}

// `SecondsPath` takes what `Seconds` is, `RoleArn.$` what `RoleArn` is.
Wanted of_field(const asl::Expression& expression) {
  std::string_view name = expression.field->name;
  for (const std::string_view suffix : {"Path", ".$"})
    if (name.ends_with(suffix)) name.remove_suffix(suffix.size());
  const asl::Field* field = asl::find_field(expression.construct.kind, name);
  return field ? of_content(*field) : Wanted();
}

std::string literal_text(Value value) {
  if (value.literal()) return json_string(*value.literal());
  if (const auto number = value.number()) return number_text(*number);
  return value.is_boolean() ? std::string(value.text()) : "";
}

// What a choice rule compares its variable with.
Wanted of_comparison(Value comparison) {
  const std::string_view name = comparison.name();
  if (name.starts_with("Timestamp")) return {kind::string, some_time, true};
  if (name == "IsTimestamp") return {kind::string, some_time, true};
  if (name == "IsString") return {kind::string};
  if (name == "IsNumeric") return {kind::number};
  if (name == "IsBoolean") return {kind::boolean};
  const std::string suits = name.ends_with("Path") ? "" : literal_text(comparison);
  if (name.starts_with("String")) return {kind::string, suits};
  if (name.starts_with("Numeric")) return {kind::number, suits};
  return name.starts_with("Boolean") ? Wanted{kind::boolean, suits} : Wanted();
}

Wanted of_variable(Value rule) {
  for (Value member : rule)
    if (asl::is_comparison(member.name())) return of_comparison(member);
  return {};
}

// Of an argument of a call.
asl::intrinsic::Kinds accepted(const kind::Call& call, Span path) {
  const kind::Function* function = kind::find_function(call.name);
  for (size_t i = 0; i < call.arguments.size(); ++i) {
    const kind::Argument& argument = call.arguments[i];
    if (argument.path && argument.path->span == path) return function ? function->accepts(i) : kind::any;
    if (argument.call && argument.span.begin <= path.begin && path.end <= argument.span.end)
      return accepted(*argument.call, path);
  }
  return kind::any;
}

bool is_whole(const asl::types::InputReading& reading) {
  if (const auto* path = reading.expression->path()) return path->path.span == reading.span;
  const auto* jsonata = reading.expression->jsonata();
  return jsonata && is_whole_expression(jsonata->tree, reading.span);
}

}  // namespace

Wanted wanted_by(schemas::Shape shape) {
  using schemas::Type;
  const auto least = shape.minimum();
  switch (shape.type()) {
    case Type::structure:
    case Type::map:
      return {kind::object, "", false, shape};
    case Type::list:
      return {kind::array, "", false, shape};
    case Type::integer:
    case Type::long_integer:
    case Type::number:
      return {kind::number, least && *least > 0 ? number_text(*least) : "", false, shape};
    case Type::boolean:
      return {kind::boolean, "", false, shape};
    case Type::timestamp:
      return {kind::string, some_time, true, shape};
    case Type::string:
      return {kind::string, shape.enum_values().empty() ? "" : json_string(shape.enum_values()[0]), false,
              shape};
    case Type::blob:
      return {kind::string, "", false, shape};
    case Type::document:
    case Type::absent:
      break;
  }
  return {};
}

WantedValues::WantedValues(const asl::Machine& machine) {
  for (const asl::State& state : machine.states())
    if (const schemas::Call* call = schemas::find_call(state)) {
      ShapesOfExpressions visitor(*call, parameters_);
      schemas::visit(*call, visitor);
    }
}

Wanted WantedValues::of_whole(const asl::Expression& expression) const {
  if (const auto found = parameters_.find(expression.value.id()); found != parameters_.end())
    return wanted_by(found->second);
  // Below a template each value is its author's.
  if (expression.value.name() != expression.field->name) return {};
  return expression.field->name == "Variable" ? of_variable(expression.value.parent()) : of_field(expression);
}

Wanted WantedValues::find(const asl::types::InputReading& reading) const {
  if (is_whole(reading)) return of_whole(*reading.expression);
  if (const auto* intrinsic = reading.expression->intrinsic(); intrinsic && intrinsic->call)
    return {accepted(*intrinsic->call, reading.span)};
  const auto* jsonata = reading.expression->jsonata();
  return jsonata ? wanted_in(jsonata->tree, reading.span) : Wanted();
}

}  // namespace sfn::cli
