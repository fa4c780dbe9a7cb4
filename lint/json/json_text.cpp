#include "lint/json/json_text.h"

#include "lint/json/placeholder.h"

namespace sfn::json {
namespace {

std::string written(Value value) {
  const Span span = value.document().node(value.id()).value;
  return std::string(value.document().text().substr(span.begin, span.end - span.begin));
}

bool is_json(Value value) { return value.document().source_map().language() == "JSON"; }

std::string scalar(Value value) {
  if (value.is_string()) return quote(value.text());
  if (value.is_null()) return "null";
  if (!value.is_opaque()) return std::string(value.text());
  if (is_json(value)) return written(value);
  return templating(value.text()) == Templating::none ? std::string(value.text()) : quote(value.text());
}

/// A placeholder for members has no name, unlike a member whose name is empty.
bool is_named(Value child) {
  const Span key = child.document().node(child.id()).key;
  return !child.name().empty() || key.end > key.begin;
}

}  // namespace

// The readers bound the depth of values, and so that of this recursion.
std::string to_json(Value value) {
  if (!value.is_object() && !value.is_array()) return scalar(value);
  std::string out;
  for (const Value child : value) {
    if (!out.empty()) out += ',';
    if (value.is_object() && is_named(child)) out += quote(child.name()) + ":";
    out += to_json(child);
  }
  return value.is_object() ? "{" + out + "}" : "[" + out + "]";
}

std::string text_of(Value value) {
  if (!value) return {};
  return is_json(value) ? written(value) : to_json(value);
}

}  // namespace sfn::json
