#include "lint/json/layout.h"

namespace sfn::json {
namespace {

std::string_view file_text(Value value) { return value.document().text(); }

std::string_view line_end(std::string_view text) {
  const size_t at = text.find('\n');
  return at != npos && at > 0 && text[at - 1] == '\r' ? "\r\n" : "\n";
}

std::string_view blanks_before(std::string_view text, uint32_t at) {
  uint32_t begin = at;
  while (begin > 0 && std::string_view(" \t\r\n").find(text[begin - 1]) != npos) --begin;
  return text.substr(begin, at - begin);
}

bool begins_line(Value child) { return blanks_before(file_text(child), begin_of(child)).find('\n') != npos; }

Value last_child(Value container) {
  Value last;
  for (Value child : container) last = child;
  return last;
}

std::string_view between(Value member) {
  const Node& node = member.document().node(member.id());
  return file_text(member).substr(node.key.end, node.value.begin - node.key.end);
}

/// Whether a document has no blanks around its tokens, by its first member.
bool is_minified(const Document& document) {
  const Value first = document.root().first_child();
  return first && (document.root().is_object() ? between(first) == ":" : begin_of(first) == 1) &&
         document.text().find('\n') >= document.text().size() - 1;
}

/// One level of indentation, as the first member of the root has it.
std::string_view indent_unit(const Document& document) {
  const Value first = document.root().first_child();
  if (!first || !begins_line(first)) return "  ";
  const std::string_view indent = indent_of(document.text(), begin_of(first));
  return indent.empty() ? "  " : indent;
}

std::string blank_after_comma(Value container) {
  const Value first = container.first_child();
  const bool tight =
      first && container.is_object() ? between(first) == ":" : is_minified(container.document());
  return tight ? "" : " ";
}

/// Whether the members of a container stand on lines of their own, or would if it had some.
bool is_spread(Value container) {
  if (const Value first = container.first_child()) return begins_line(first);
  const Node& node = container.document().node(container.id());
  if (file_text(container).substr(node.value.begin, node.value.end - node.value.begin).find('\n') != npos)
    return true;
  return container.is_object() && container.parent() && begins_line(container);
}

}  // namespace

uint32_t begin_of(Value child) {
  const Node& node = child.document().node(child.id());
  return node.key.end > node.key.begin ? node.key.begin : node.value.begin;
}

std::string_view indent_of(std::string_view text, uint32_t at) {
  const size_t line = at == 0 ? npos : text.rfind('\n', at - 1);
  const size_t begin = line == npos ? 0 : line + 1;
  const size_t end = text.find_first_not_of(" \t", begin);
  return text.substr(begin, end == npos ? npos : end - begin);
}

Separators separators_in(Value container) {
  const Value last = last_child(container);
  const std::string_view text = file_text(container);
  const uint32_t begin = begin_of(last);
  std::string blanks;
  if (begins_line(last)) blanks = std::string(line_end(text)) += indent_of(text, begin);
  else if (container.first_child() != last) blanks = blanks_before(text, begin);
  else blanks = blank_after_comma(container);
  return {blanks, blanks, {}};
}

Separators separators_in_emptied(Value container) {
  if (!is_spread(container)) return {{}, blank_after_comma(container), {}};
  const std::string_view text = file_text(container);
  const std::string end = std::string(line_end(text)) += indent_of(text, begin_of(container));
  const std::string before = end + std::string(indent_unit(container.document()));
  return {before, before, end};
}

std::string colon_in(Value object) {
  const Value model = object.first_child() ? last_child(object) : object;
  const std::string_view found = between(model);
  const bool usable = !found.empty() && found.find_first_of("\r\n") == npos && found.find(':') != npos;
  if (usable) return std::string(found);
  return is_minified(object.document()) ? ":" : ": ";
}

std::string reindented(std::string_view value, std::string_view from, std::string_view to) {
  std::string out;
  while (true) {
    const size_t end = value.find('\n');
    out += value.substr(0, end == npos ? npos : end + 1);
    if (end == npos) return out;
    value.remove_prefix(end + 1);
    if (!value.starts_with(from)) continue;
    value.remove_prefix(from.size());
    out += to;
  }
}

}  // namespace sfn::json
