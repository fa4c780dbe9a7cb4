#include "lint/yaml/layout.h"

#include <algorithm>

#include "lint/yaml/emit.h"

namespace sfn::yaml {
namespace {

bool is_break(char c) { return c == '\n' || c == '\r'; }

}  // namespace

uint32_t line_begin(std::string_view text, uint32_t at) {
  while (at > 0 && !is_break(text[at - 1])) --at;
  return at == 0 && text.starts_with("\xEF\xBB\xBF") ? 3 : at;
}

uint32_t line_end(std::string_view text, uint32_t at) {
  while (at < text.size() && !is_break(text[at])) ++at;
  return at;
}

uint32_t next_line(std::string_view text, uint32_t at) {
  at = line_end(text, at);
  if (at < text.size() && text[at] == '\r') ++at;
  if (at < text.size() && text[at] == '\n') ++at;
  return at;
}

uint32_t column_of(std::string_view text, uint32_t at) { return at - line_begin(text, at); }

bool begins_line(std::string_view text, uint32_t at) {
  const uint32_t begin = line_begin(text, at);
  const std::string_view before = text.substr(begin, at - begin);
  return std::all_of(before.begin(), before.end(), is_blank);
}

bool ends_line(std::string_view text, uint32_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at == text.size() || is_break(text[at]) || (text[at] == '#' && at > 0 && is_blank(text[at - 1]));
}

bool Places::in_brackets(Value container) const {
  const Span span = node(container).value;
  return span.begin < span.end && (text_[span.begin] == '{' || text_[span.begin] == '[');
}

bool Places::in_flow(Value value) const {
  for (Value at = value.parent(); at; at = at.parent())
    if (in_brackets(at)) return true;
  return false;
}

bool Places::is_block(Value value) const {
  const Span span = node(value).value;
  return (value.is_object() || value.is_array()) && !in_brackets(value) && text_[span.begin] != '*';
}

bool Places::is_copy(Value value) const {
  const Copy* copy = origins_.copy_of(value.id());
  return copy && (copy->merged || copy->begin != value.id());
}

bool Places::is_merged(Value value) const {
  const Copy* copy = origins_.copy_of(value.id());
  return copy && copy->merged;
}

bool Places::has_properties(Value value) const {
  NodeId end = value.id() + 1;
  while (end < document_.size() && document_.at(end).inside(value)) ++end;
  const auto& all = origins_.properties;
  const auto first =
      std::lower_bound(all.begin(), all.end(), value.id(),
                       [](const Origins::Properties& one, NodeId id) { return one.node < id; });
  return first != all.end() && first->node < end;
}

bool Places::has_comment(Span span) const {
  const auto comments = document_.comments();
  return std::any_of(comments.begin(), comments.end(), [&](const Comment& comment) {
    return comment.span.begin < span.end && span.begin < comment.span.end;
  });
}

std::vector<Value> Places::own(Value container) const {
  std::vector<Value> found;
  for (const Value child : container)
    if (!is_copy(child)) found.push_back(child);
  return found;
}

std::optional<uint32_t> Places::begin_of(Value child) const {
  const Node& it = node(child);
  if (child.parent().is_object()) return it.key.begin;
  const auto* properties = origins_.properties_of(child.id());
  const uint32_t value = properties ? std::min(properties->begin, it.value.begin) : it.value.begin;
  if (in_brackets(child.parent())) return value;
  uint32_t at = node(child.parent()).value.begin;
  for (const Value item : child.parent())
    if (item.id() < child.id()) at = node(item).value.end;
  while (at < value && text_[at] != '-') at = text_[at] == '#' ? line_end(text_, at) : at + 1;
  if (at >= text_.size() || text_[at] != '-') return std::nullopt;
  return at;
}

std::optional<uint32_t> Places::colon_end(Value member) const {
  uint32_t at = node(member).key.end;
  while (at < text_.size() && is_blank(text_[at])) ++at;
  if (at >= text_.size() || text_[at] != ':') return std::nullopt;
  return at + 1;
}

Layout layout_of(const Document& document) {
  Layout layout;
  const std::string_view text = document.text();
  if (const size_t end = text.find('\n'); end != std::string_view::npos && end > 0 && text[end - 1] == '\r')
    layout.line_end = "\r\n";
  bool step = false, list = false;
  for (NodeId id = 1; id < document.size() && !(step && list); ++id) {
    const Node& node = document.node(id);
    if (node.kind != Kind::object && node.kind != Kind::array) continue;
    const bool below = node.key.end > node.key.begin && begins_line(text, node.key.begin) &&
                       node.value.begin > node.key.end && begins_line(text, node.value.begin);
    if (!below) continue;
    const uint32_t key = column_of(text, node.key.begin), value = column_of(text, node.value.begin);
    if (value < key) continue;
    if (node.kind == Kind::object && !step && value > key) layout.step = value - key, step = true;
    if (node.kind == Kind::array && !list) layout.list_offset = value - key, list = true;
  }
  if (!list) layout.list_offset = layout.step;
  return layout;
}

}  // namespace sfn::yaml
