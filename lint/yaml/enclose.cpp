// A value that gets objects around it keeps its bytes: only what stands before its lines changes.
#include "lint/yaml/changes.h"

namespace sfn::yaml {

bool YamlEditor::enclose(Value member, const std::vector<std::string>& names) {
  const Span span = node(member).value;
  if (places_.has_properties(member)) return false;
  if (span.begin == span.end || places_.is_merged(member)) return false;
  if (places_.in_flow(member)) return enclose_flow(member, names);
  return places_.is_block(member) ? enclose_block(member, names) : enclose_below(member, names);
}

bool YamlEditor::enclose_flow(Value member, const std::vector<std::string>& names) {
  const Style style = json_style(member.parent()) ? Style::double_quoted : Style::plain;
  const Span span = node(member).value;
  std::string head;
  for (const std::string& name : names) head += "{" + scalar(name, style, Around::flow) + ": ";
  surround(span, head, std::string(names.size(), '}'));
  return true;
}

/// Keys on lines of their own, the first where the text stands, with the indentation of what follows them.
std::string YamlEditor::keys_below(const std::vector<std::string>& names, uint32_t column) const {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) (out += layout_.line_end) += std::string(column, ' ');
    out += scalar(name, Style::plain, Around::block) + ":";
    column += layout_.step;
  }
  return out;
}

/// The lines of a mapping or list move in by a step for each name. A list may stand as far left as its key.
bool YamlEditor::enclose_block(Value member, const std::vector<std::string>& names) {
  const Span span = node(member).value;
  const uint32_t column = column_of(text_, span.begin);
  const bool level = column == column_of(text_, node(member).key.begin);
  const auto shift = static_cast<uint32_t>(names.size()) * layout_.step;
  const uint32_t first = level ? column + layout_.step : column;
  std::string head = std::string(first - column, ' ') + keys_below(names, first);
  head += layout_.line_end;
  edit({span.begin, span.begin}, head + std::string(column + shift, ' '));
  for (uint32_t line = next_line(text_, span.begin); line < span.end; line = next_line(text_, line))
    if (line_end(text_, line) > line) edit({line, line}, std::string(shift, ' '));
  return true;
}

/// A value behind its key goes on behind the last of the new ones.
bool YamlEditor::enclose_below(Value member, const std::vector<std::string>& names) {
  const Span span = node(member).value;
  const auto colon = places_.colon_end(member);
  if (!colon || places_.has_comment({*colon, span.begin})) return false;
  const uint32_t column = column_of(text_, node(member).key.begin) + layout_.step;
  const std::string line = std::string(layout_.line_end) + std::string(column, ' ');
  edit({*colon, span.begin}, line + keys_below(names, column) + " ");
  return true;
}

}  // namespace sfn::yaml
