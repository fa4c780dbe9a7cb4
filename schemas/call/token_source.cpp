#include "schemas/call/token_source.h"

#include "lint/asl/payload.h"
#include "lint/json/placeholder.h"
#include "schemas/call/parameters.h"

namespace sfn::schemas {

using namespace schemas;

namespace {

bool begins_with_placeholder(std::string_view text) { return json::placeholder_begins(text, 0); }

// `{% ${call} %}`, `${whole}`, `${begin} ... %}`.
bool may_be_jsonata(std::string_view text) {
  return (text.starts_with("{%") || begins_with_placeholder(text)) &&
         (text.ends_with("%}") || text.ends_with('}'));
}

// `"${name}": "$$.Task.Token"`: the name may end in `.$`.
bool may_become_dynamic(Value value) {
  const std::string_view name = value.name();
  return value.is_string() && name.ends_with('}') && name.find("${") != name.npos;
}

// Below `$.` only the input is read.
bool may_be_token_path(std::string_view text) { return !text.starts_with("$.") && !text.starts_with("$["); }

// Serverless replaces `${self:custom.x}` and `${file(x.yml)}` by objects, in quotes too.
bool is_of_serverless(std::string_view text) {
  const size_t colon = text.find(':'), call = text.find('(');
  return (colon != text.npos && text.substr(colon, 2) != "::") || call != text.npos;
}

bool takes_text(Shape shape) {
  const Type type = shape.type();
  return type == Type::string || type == Type::blob || type == Type::timestamp;
}

// Data that is passed on as it is.
bool takes_anything(Shape shape) { return shape.type() == Type::document; }

class Search {
 public:
  explicit Search(asl::QueryLanguage language) : language_(language) {}

  // The reader bounds the depth of values, and so that of this recursion.
  bool may_bring(Value value, Shape shape) const {
    if (value.open() || may_become_dynamic(value)) return true;
    if (value.is_opaque() && !value.templated()) return !is_text_of_yaml(value, shape);
    if (value.templated()) return text_may_bring(value, shape);
    for (Value child : value)
      if (may_bring(child, shape_of(child, value, shape))) return true;
    return false;
  }

 private:
  // `!Ref x` and other tags, where the service takes a text.
  bool is_text_of_yaml(Value value, Shape shape) const {
    return is_yaml(value) && language_ == asl::QueryLanguage::jsonpath && takes_text(shape) &&
           !value.name().ends_with(".$");
  }

  bool text_may_bring(Value value, Shape shape) const {
    const std::string_view text = value.text();
    if (language_ == asl::QueryLanguage::jsonata) return may_be_jsonata(text);
    if (value.name().ends_with(".$")) return may_be_token_path(text);
    if (!value.is_opaque() || takes_text(shape)) return false;  // a longer text stays a text
    return !takes_anything(shape) || is_of_serverless(text);
  }

  Shape shape_of(Value child, Value owner, Shape shape) const {
    if (takes_anything(shape)) return shape;
    if (owner.is_array()) return shape.item();
    if (shape.is_structure()) return shape.member(asl::parameter(child, language_).name).shape();
    return shape.value();
  }

  static bool is_yaml(Value value) { return value.document().source_map().language() == "YAML"; }

  asl::QueryLanguage language_;
};

}  // namespace

bool may_bring_token(const asl::State& state) {
  if (state.value.open()) return true;
  const Value arguments = state.arguments();
  if (arguments.is_opaque() || arguments.templated()) return true;
  const auto call = find_call(state);
  return Search(state.language).may_bring(arguments, call ? call->shape : Shape());
}

}  // namespace sfn::schemas
