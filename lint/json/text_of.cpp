#include "lint/json/text_of.h"

#include "lint/json/placeholder.h"
#include "lint/json/string.h"

namespace sfn::json {
namespace {

// The readers bound the depth of values, and so that of this recursion.
std::string written(Value value) {
  // What YAML 1.1 and 1.2 take for different values has no text in JSON: it stays as it is, and no fix can
  // use it.
  const bool placeholder = value.is_opaque() && templating(value.text()) != Templating::none;
  if (value.is_string() || placeholder) return quote(value.text());
  if (!value.is_object() && !value.is_array()) return value.is_null() ? "null" : std::string(value.text());
  std::string out;
  for (const Value child : value) {
    if (!out.empty()) out += ", ";
    if (value.is_object()) out += quote(child.name()) + ": ";
    out += written(child);
  }
  return value.is_object() ? "{" + out + "}" : "[" + out + "]";
}

}  // namespace

std::string text_of(Value value) {
  if (!value) return {};
  const Document& document = value.document();
  if (document.source_map().language() != "JSON") return written(value);
  const Span span = document.node(value.id()).value;
  return std::string(document.text().substr(span.begin, span.end - span.begin));
}

}  // namespace sfn::json
