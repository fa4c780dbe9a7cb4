#include <algorithm>

#include "cli/commands/api_call.h"
#include "cli/report/json_writer.h"

namespace sfn::cli {

namespace {

using schemas::Member;
using schemas::Shape;
using schemas::Type;

class Writer {
 public:
  /// Parameters are accepted in several spellings, but a result has only one.
  Writer(JsonWriter& json, bool with_spellings) : json_(json), with_spellings_(with_spellings) {}

  /// The fields of an object that describe a shape.
  void shape(Shape shape) {
    const bool list = shape.type() == Type::list;
    json_.text("type", list ? "list" : shape.type() == Type::map ? "map" : type_name(shape));
    if (list || shape.type() == Type::map)
      return nested(list ? "items" : "values", list ? shape.item() : shape.value());
    if (!shape.enum_values().empty()) {
      json_.open_array("enum");
      for (const std::string_view value : shape.enum_values()) json_.text(value);
      json_.close_array();
    }
    if (shape.is_structure()) members(shape);
  }

  void nested(const char* key, Shape of) {
    json_.open_object(key);
    shape(of);
    json_.close_object();
  }

 private:
  void members(Shape shape) {
    if (std::find(open_.begin(), open_.end(), shape) != open_.end()) return json_.truth("recursive", true);
    open_.push_back(shape);
    json_.open_array("members");
    for (const Member member : shape.members())
      if (!member.alias()) one(shape, member);
    json_.close_array();
    open_.pop_back();
  }

  void one(Shape owner, Member member) {
    json_.open_object();
    json_.text("name", member.name());
    json_.truth("required", member.required());
    if (member.deprecated()) json_.truth("deprecated", true);
    if (member.idempotency_token()) json_.truth("idempotencyToken", true);
    if (with_spellings_) aliases(owner, member);
    shape(member.shape());
    json_.close_object();
  }

  void aliases(Shape owner, Member member) {
    bool any = false;
    for (const Member other : owner.members()) {
      if (!other.alias() || !other.stands_for(member)) continue;
      if (!any) json_.open_array("aliases");
      any = true;
      json_.text(other.name());
    }
    if (any) json_.close_array();
  }

  JsonWriter& json_;
  bool with_spellings_;
  std::vector<Shape> open_;
};

}  // namespace

std::string api_json(const ApiCall& call) {
  JsonWriter json;
  json.open_object();
  json.text("resource", "arn:aws:states:::" + call.name);
  json.truth("optimized", call.optimized);
  json.truth("supported", call.supported);
  json.open_array("suffixes");
  for (const std::string& suffix : call.suffixes) json.text(suffix);
  json.close_array();
  json.text("models", schemas::models_date());
  Writer(json, true).nested("parameters", call.parameters);
  if (call.result) Writer(json, false).nested("result", call.result);
  json.open_array("errors");
  for (const std::string_view error : call.errors)
    json.text(call.error_prefix.empty() ? std::string(error) : call.error_prefix + "." + std::string(error));
  json.close_array();
  json.close_object();
  std::string text;
  json.pass_on(text);
  return text + "\n";
}

}  // namespace sfn::cli
