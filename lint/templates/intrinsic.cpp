#include "lint/templates/intrinsic.h"

#include <string>

namespace sfn::templates {

namespace {

/// Templates nest a call or two; past this the text is hostile.
constexpr int max_intrinsic_nesting = 16;

/// Delimiters are a few bytes long; much longer ones could make a text of any size.
constexpr size_t longest_delimiter = 64;

bool is_text(Value value) { return value.is_string() || value.is_opaque(); }

// `Role.Arn` or `["Role", "Arn"]`.
std::string attribute(Value argument) {
  std::string name(argument.is_string() ? argument.text() : "");
  for (const Value part : argument) {
    if (!part.is_string()) return {};
    name += (name.empty() ? "" : ".") + std::string(part.text());
  }
  return name;
}

// A placeholder that reads as `Fn::Sub` writes it: `${Cluster}`, `${Cluster.Arn}`.
std::string placeholder(const std::optional<Intrinsic>& call) {
  if (!call) return "${Unknown}";
  const std::string name = reference(*call);
  return "${" + (name.empty() ? std::string(call->name) : name) + "}";
}

bool add(Composition& into, Value value, int nesting);

// `${name}` in the text becomes `${Role.Arn}` where the map has a reference for it: a resource may have the
// name of a variable.
void add_filled(Composition& into, Value string, Value map) {
  const std::string_view text = string.text();
  size_t copied = 0;
  for (size_t at = text.find("${"); at != npos; at = text.find("${", at + 2)) {
    const size_t end = text.find('}', at);
    if (end == npos) break;
    const auto call = intrinsic(map[text.substr(at + 2, end - at - 2)]);
    const std::string name = call ? reference(*call) : "";
    if (name.empty()) continue;
    into.add(text.substr(copied, at - copied), string.stretch(copied, at));
    into.add_instead("${" + name + "}", string.stretch(at, end + 1));
    copied = end + 1;
  }
  into.add(text.substr(copied), string.stretch(copied, text.size()));
}

bool add_sub(Composition& into, Value argument) {
  const Value text = argument.is_array() ? argument.first_child() : argument;
  if (!is_text(text)) return false;
  const Value map = argument.is_array() ? text.next() : Value();
  if (map.is_object()) add_filled(into, text, map);
  else into.add_string(text);
  return true;
}

bool add_join(Composition& into, Value argument, int nesting) {
  const Value delimiter = argument.first_child(), list = delimiter.next();
  if (!delimiter.is_string() || delimiter.text().size() > longest_delimiter || !list.is_array()) return false;
  bool first = true;
  for (const Value item : list) {
    if (!first) into.add_instead(delimiter.text(), list.place());
    first = false;
    if (!add(into, item, nesting + 1)) into.add_instead(placeholder(intrinsic(item)), item.place());
  }
  return true;
}

bool add(Composition& into, Value value, int nesting) {
  if (nesting > max_intrinsic_nesting) return false;
  if (is_text(value)) {
    into.add_string(value);
    return true;
  }
  const auto call = intrinsic(value);
  if (!call) return false;
  if (call->name == "Fn::Sub") return add_sub(into, call->argument);
  return call->name == "Fn::Join" && add_join(into, call->argument, nesting);
}

}  // namespace

std::optional<Intrinsic> intrinsic(Value value) {
  const Value member = value.is_object() ? value.first_child() : Value();
  if (!member || member.next()) return std::nullopt;
  const std::string_view name = member.name();
  if (name != "Ref" && !name.starts_with("Fn::")) return std::nullopt;
  return Intrinsic{name, member};
}

std::string reference(const Intrinsic& call) {
  if (call.name == "Ref" && call.argument.is_string()) return std::string(call.argument.text());
  if (call.name == "Fn::GetAtt") return attribute(call.argument);
  if (call.name != "Fn::Sub" || !is_text(call.argument)) return {};
  const std::string_view text = call.argument.text();
  const bool one = text.starts_with("${") && text.find('}') + 1 == text.size() && text.size() > 3;
  return one && text[2] != '!' ? std::string(text.substr(2, text.size() - 3)) : std::string();
}

bool is_call(Value member) { return member.name().starts_with("Fn::"); }

std::optional<Composition> compose(Value value) {
  Composition composition(value.place());
  if (!add(composition, value, 0)) return std::nullopt;
  return composition;
}

std::optional<std::string> spelled(Value value) {
  if (value.is_string() || value.is_opaque()) return std::string(value.text());
  const auto call = intrinsic(value);
  if (!call) return std::nullopt;
  if (const std::string name = reference(*call); !name.empty()) return "${" + name + "}";
  const auto composed = compose(value);
  return composed ? composed->text() : "${" + std::string(call->name) + "}";
}

}  // namespace sfn::templates
