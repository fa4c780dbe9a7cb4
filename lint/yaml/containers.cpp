// What a fix takes from a mapping or list, and what it puts at its end.
#include "lint/yaml/changes.h"

namespace sfn::yaml {

/// Whether a container in brackets, or the one it is in, is written as JSON is.
bool YamlEditor::json_style(Value container) const {
  for (Value at = container; at; at = at.parent()) {
    if (!places_.in_brackets(at)) return false;
    for (const Value child : places_.own(at)) {
      if (at.is_object()) return style_at(node(child).key) == Style::double_quoted;
      if (child.is_string()) return style_at(node(child).value) == Style::double_quoted;
    }
  }
  return false;
}

/// The layout of what takes the place of a value, or is added to it.
Layout YamlEditor::layout_for(Value value) const {
  Layout layout = layout_;
  layout.json = json_style(places_.in_brackets(value) || !value.parent() ? value : value.parent());
  return layout;
}

bool YamlEditor::can_remove(Value child) const { return !places_.has_properties(child); }

bool YamlEditor::can_add_to(Value container) const {
  return can_change(container) && style_at(node(container).value) != Style::literal &&
         text_[node(container).value.begin] != '*';
}

/// A member or item as it stands in its container, from its key or dash on.
std::optional<std::string> YamlEditor::entry(Value container, const Addition& addition, uint32_t column,
                                             bool brackets) {
  if (addition.moved) return moved_entry(addition, column, brackets);
  const Value added = parsed(addition.json);
  if (!added) return std::nullopt;
  Layout layout = layout_for(container);
  layout.json = layout.json && brackets;
  const std::string value = brackets ? flow(added, layout) : std::string();
  if (container.is_array()) return brackets ? value : "- " + after_dash(added, column + 2, layout);
  const Style style = layout.json ? Style::double_quoted : Style::plain;
  const std::string key = scalar(addition.name, style, brackets ? Around::flow : Around::block) + ":";
  return brackets ? key + " " + value : key + after_colon(added, column, layout);
}

/// All behind its key moves as it stands, the lines below by as much as the key.
std::optional<std::string> YamlEditor::moved_entry(const Addition& addition, uint32_t column, bool brackets) {
  const Node& from = node(addition.moved);
  if (!addition.moved.parent().is_object()) return std::nullopt;
  const auto colon = places_.colon_end(addition.moved);
  if (!colon) return std::nullopt;
  std::string_view rest = places_.written({*colon, std::max(*colon, from.value.end)});
  const Style style = style_at(from.key);
  std::string out = scalar(addition.name, style, brackets ? Around::flow : Around::block) + ":";
  if (rest.find('\n') == std::string_view::npos) return out + std::string(rest);
  if (brackets || places_.in_flow(addition.moved)) return std::nullopt;
  const uint32_t before = column_of(text_, from.key.begin);
  while (true) {
    const size_t end = rest.find('\n');
    out += rest.substr(0, end == std::string_view::npos ? end : end + 1);
    if (end == std::string_view::npos) return out;
    rest.remove_prefix(end + 1);
    if (rest.empty() || rest[0] == '\n' || rest[0] == '\r') continue;
    if (column >= before) {
      out.append(column - before, ' ');
    } else {
      const size_t less = before - column;
      if (rest.substr(0, less) != std::string(less, ' ')) return std::nullopt;
      rest.remove_prefix(less);
    }
  }
}

bool YamlEditor::rebuild(Value container, const Rebuild& changes) {
  const std::vector<Value> own = places_.own(container);
  if (!changes.last_kept(own)) return replace_all(container, changes);
  return places_.in_brackets(container) ? rebuild_flow(container, own, changes)
                                        : rebuild_block(container, own, changes);
}

/// For a container that has nothing, or loses all that it has.
bool YamlEditor::replace_all(Value container, const Rebuild& changes) {
  const Span span = node(container).value;
  // What `<<` or a placeholder brings is no child of its text.
  if (container.open() || places_.own(container).size() != container.child_count()) return false;
  const bool brackets = places_.in_brackets(container);
  const uint32_t column = column_of(text_, span.begin);
  std::string text;
  for (const Addition& addition : changes.added) {
    const auto added = entry(container, addition, column, brackets);
    if (!added) return false;
    if (!text.empty()) text += brackets ? ", " : std::string(layout_.line_end) + std::string(column, ' ');
    text += *added;
  }
  if (brackets) {
    if (places_.has_comment(span)) return false;
    edit({span.begin + 1, span.end - 1}, text);
    return true;
  }
  if (!text.empty()) {
    edit(span, text);
    return true;
  }
  return set_scalar(container, container.is_object() ? "{}" : "[]");
}

/// Takes members with the comma behind them, the last ones with the comma before them.
bool YamlEditor::remove_in_brackets(const std::vector<Value>& own, size_t first, size_t behind) {
  Span span{0, 0};
  if (behind < own.size()) {
    const auto from = places_.begin_of(own[first]), to = places_.begin_of(own[behind]);
    if (!from || !to) return false;
    span = {*from, *to};
  } else {
    span = {places_.end_of(own[first - 1]), places_.end_of(own[behind - 1])};
  }
  if (places_.has_comment(span)) return false;
  edit(span, "");
  return true;
}

bool YamlEditor::rebuild_flow(Value container, const std::vector<Value>& own, const Rebuild& changes) {
  const auto remove = [&](size_t first, size_t behind) { return remove_in_brackets(own, first, behind); };
  if (!changes.each_run(own, remove)) return false;
  if (changes.added.empty()) return true;
  const Value kept = changes.last_kept(own);
  const auto begin = places_.begin_of(kept);
  if (!begin) return false;
  std::string between = ", ";
  if (begins_line(text_, *begin) && *begin > node(container).value.begin)
    between = "," + std::string(layout_.line_end) + std::string(column_of(text_, *begin), ' ');
  std::string text;
  for (const Addition& addition : changes.added) {
    const auto added = entry(container, addition, 0, true);
    if (!added) return false;
    text += between + *added;
  }
  edit({places_.end_of(kept), places_.end_of(kept)}, text);
  return true;
}

bool YamlEditor::rebuild_block(Value container, const std::vector<Value>& own, const Rebuild& changes) {
  const auto remove = [&](size_t first, size_t behind) { return remove_lines(own, first, behind); };
  if (!changes.each_run(own, remove)) return false;
  if (changes.added.empty()) return true;
  const Value kept = changes.last_kept(own);
  const auto begin = places_.begin_of(own.front());
  if (!begin || !ends_line(text_, places_.end_of(kept))) return false;
  const uint32_t column = column_of(text_, *begin);
  std::string text;
  for (const Addition& addition : changes.added) {
    const auto added = entry(container, addition, column, false);
    if (!added) return false;
    text += std::string(layout_.line_end) + std::string(column, ' ') + *added;
  }
  const uint32_t end = line_end(text_, places_.end_of(kept));
  edit({end, end}, text);
  return true;
}

/// Takes whole lines, with the comments on them and between them. Where the first stands behind a dash, the
/// one behind the last takes its place.
bool YamlEditor::remove_lines(const std::vector<Value>& own, size_t first, size_t behind) {
  const auto begin = places_.begin_of(own[first]);
  const uint32_t end = places_.end_of(own[behind - 1]);
  if (!begin || !ends_line(text_, end)) return false;
  if (begins_line(text_, *begin)) {
    uint32_t from = line_begin(text_, *begin), to = next_line(text_, end);
    const bool last_line = to == line_end(text_, end) && from > 0;  // without a line break of its own
    if (last_line) {
      --from;
      if (from > 0 && text_[from] == '\n' && text_[from - 1] == '\r') --from;
    }
    edit({from, to}, "");
    return true;
  }
  const auto next = behind < own.size() ? places_.begin_of(own[behind]) : std::nullopt;
  if (!next || places_.has_comment({line_end(text_, end), *next})) return false;
  edit({*begin, *next}, "");
  return true;
}

}  // namespace sfn::yaml
