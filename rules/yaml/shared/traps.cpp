#include "rules/yaml/shared/traps.h"

#include <algorithm>

#include "lint/json/string.h"

namespace sfn::rules::yaml {

namespace {

std::string_view bytes(const Document& document, Span span) {
  return document.text().substr(span.begin, span.end - span.begin);
}

bool in(std::string_view written, sfn::yaml::Trap trap) {
  return !written.empty() && sfn::yaml::read_plain(written).trap == trap;
}

// Fields that take nothing but a string, by their names alone: data may hold fields of the same name.
bool takes_string(std::string_view field) {
  if (field.ends_with("Path")) return false;
  for (const std::string_view begin : {"String", "Timestamp"})
    if (field.starts_with(begin)) return true;
  constexpr std::string_view names[] = {"StartAt", "Next", "Default", "Error", "Cause", "Resource", "Type"};
  return std::find(std::begin(names), std::end(names), field) != std::end(names);
}

}  // namespace

std::vector<Trapped> trapped(const asl::Machine& machine, sfn::yaml::Trap trap) {
  std::vector<Trapped> found;
  const Document& document = machine.document();
  if (document.source_map().language() != "YAML") return found;
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document.node(id);
    const Value value = document.at(id);
    const std::string_view key = bytes(document, node.key), written = bytes(document, node.value);
    if (in(key, trap)) found.push_back({value, true, key});
    const bool scalar = node.kind == Kind::opaque || node.kind == Kind::number;
    if (scalar && in(written, trap)) found.push_back({value, false, written});
  }
  return found;
}

bool wants_string(const Trapped& one) { return one.key || takes_string(one.value.name()); }

void offer_quotes(Diagnostic& found, const Trapped& one) {
  const std::string text(one.written);
  const Change change = one.key ? rename_key(one.value, text) : set_value(one.value, sfn::json::quote(text));
  if (wants_string(one)) found.offer("put it in quotes", change);
  else found.offer_unsafe("put it in quotes", change);
}

}  // namespace sfn::rules::yaml
