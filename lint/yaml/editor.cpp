#include "lint/yaml/editor.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <tuple>

#include "lint/json/parse.h"
#include "lint/json/string.h"
#include "lint/yaml/emit.h"
#include "lint/yaml/layout.h"
#include "lint/yaml/verify.h"

namespace sfn::yaml {
namespace {

/// What is put at the end of a mapping or list: a new value, or one that moves with its bytes.
struct Addition {
  std::string name;
  Value value = {};
  Value moved = {};
};

/// What a fix takes from one container, and what it puts at its end.
struct Rebuild {
  std::set<NodeId> removed;
  std::vector<Addition> added;
};

class Editor {
 public:
  Editor(const Document& document, const Origins& origins)
      : document_(document),
        places_(document, origins),
        text_(document.text()),
        layout_(layout_of(document)) {}
  bool change(const Change& change);
  std::optional<std::vector<Edit>> finish();

 private:
  bool rename_key(Value member, const std::string& name);
  bool set_value(Value value, const std::string& json);
  bool set_scalar(Value value, const std::string& written);
  bool set_container(Value value, Value json);
  bool replace_text(const Change& change, Value value);
  bool replace_stretches(Value value, bool in_key, const std::vector<Change>& changes);
  std::optional<std::string> written_in(Value value, Style style, std::string_view text) const;
  bool wrap(Value value);
  bool wrap_block(Value value);
  bool remove(Value child);
  bool move(Value member, Value into, const std::string& name);
  bool add(Value container, Addition addition);

  bool rebuild(Value container, const Rebuild& changes);
  bool rebuild_flow(Value container, const std::vector<Value>& own, const Rebuild& changes);
  bool rebuild_block(Value container, const std::vector<Value>& own, const Rebuild& changes);
  bool remove_lines(const std::vector<Value>& own, size_t first, size_t behind);
  bool replace_all(Value container, const Rebuild& changes);
  std::optional<std::string> entry(Value container, const Addition& addition, uint32_t column, bool brackets);
  std::optional<std::string> moved_entry(const Addition& addition, uint32_t column, bool brackets);

  void move_out_of_removed();

  Value parsed(const std::string& json);
  Layout layout_for(Value value) const;
  bool json_style(Value container) const;
  Style style_at(Span span) const { return style_of(places_.written(span)); }
  Around around(Value value) const { return places_.in_flow(value) ? Around::flow : Around::block; }
  bool editable(Value value) const { return value && !places_.is_copy(value); }
  void edit(Span span, std::string text) { edits_.push_back({span, std::move(text)}); }
  const Node& node(Value value) const { return document_.node(value.id()); }

  const Document& document_;
  Places places_;
  std::string_view text_;
  Layout layout_;
  std::vector<Edit> edits_;
  std::map<NodeId, Rebuild> rebuilds_;
  std::map<std::pair<NodeId, bool>, std::vector<Change>> stretches_;  // of values, and (true) of keys
  std::deque<Source> sources_;
  std::deque<Document> values_;
};

bool Editor::change(const Change& change) {
  if (change.place.file != document_.file()) return false;
  if (change.kind == Change::Kind::replace_bytes) {
    const Span span{change.place.begin, change.place.end};
    if (span.begin > span.end || span.end > text_.size()) return false;
    edit(span, change.name);
    return true;
  }
  const Value target = document_.at(change.place.node);
  if (!editable(target)) return false;
  switch (change.kind) {
    case Change::Kind::rename_key:
      return rename_key(target, change.name);
    case Change::Kind::set_value:
      return set_value(target, change.json);
    case Change::Kind::insert_member:
      return target.is_object() && add(target, {change.name, parsed(change.json)});
    case Change::Kind::insert_item:
      return target.is_array() && add(target, {{}, parsed(change.json)});
    case Change::Kind::remove:
      return remove(target);
    case Change::Kind::move:
      return move(target, document_.at(change.into), change.name);
    case Change::Kind::wrap:
      return wrap(target);
    case Change::Kind::replace_text:
      return replace_text(change, target);
    case Change::Kind::replace_bytes:
      break;
  }
  return false;
}

/// The value of a JSON text; absent if it is none.
Value Editor::parsed(const std::string& json) {
  sources_.emplace_back("value", json);
  json::Parsed read = json::parse(sources_.back(), document_.file());
  if (!read.document) return {};
  values_.push_back(std::move(*read.document));
  return values_.back().root();
}

/// Whether a container in brackets, or the one it is in, is written as JSON is.
bool Editor::json_style(Value container) const {
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
Layout Editor::layout_for(Value value) const {
  Layout layout = layout_;
  layout.json = json_style(places_.in_brackets(value) || !value.parent() ? value : value.parent());
  return layout;
}

bool Editor::rename_key(Value member, const std::string& name) {
  const Span key = node(member).key;
  if (key.begin == key.end || text_[key.begin] == '*' || places_.is_merged(member)) return false;
  const Style style = style_at(key);
  if (style == Style::literal || style == Style::folded) return false;
  edit(key, scalar(name, style, around(member)));
  return true;
}

bool Editor::set_value(Value value, const std::string& json) {
  const Value wanted = parsed(json);
  if (!wanted || places_.has_properties(value)) return false;
  if (wanted.is_object() || wanted.is_array()) return set_container(value, wanted);
  const Span span = node(value).value;
  if (!wanted.is_string() && !wanted.is_opaque()) return set_scalar(value, std::string(wanted.text()));
  const Style style = value.is_string() || value.is_opaque() ? style_at(span) : Style::plain;
  const bool quoted = style == Style::plain && value.parent() && json_style(value.parent());
  return set_scalar(value, scalar(wanted.text(), quoted ? Style::double_quoted : style, around(value)));
}

/// Puts `written`, which stands on one line, in the place of a value.
bool Editor::set_scalar(Value value, const std::string& written) {
  const Span span = node(value).value;
  const bool below =
      value.name().empty() ? span.begin == span.end : span.begin == span.end || places_.is_block(value);
  if (!below) {
    edit(span, written);
    return true;
  }
  if (!value.parent() || !value.parent().is_object()) {
    if (places_.is_block(value)) edit(span, written);
    else edit(span, " " + written);
    return true;
  }
  const auto colon = places_.colon_end(value);
  if (!colon || places_.has_comment({*colon, span.begin})) return false;
  edit({*colon, std::max(*colon, span.end)}, " " + written);
  return true;
}

bool Editor::set_container(Value value, Value json) {
  const Span span = node(value).value;
  const Layout layout = layout_for(value);
  if (places_.in_flow(value) || places_.in_brackets(value) || !json.first_child() || !value.parent())
    return set_scalar(value, flow(json, layout));
  if (value.parent().is_array()) {
    const auto dash = places_.begin_of(value);
    if (!dash || span.begin == span.end || line_begin(text_, *dash) != line_begin(text_, span.begin))
      return false;
    edit(span, after_dash(json, column_of(text_, span.begin), layout));
    return true;
  }
  const auto colon = places_.colon_end(value);
  if (!colon || places_.has_comment({*colon, span.begin})) return false;
  edit({*colon, std::max(*colon, span.end)},
       after_colon(json, column_of(text_, node(value).key.begin), layout));
  return true;
}

bool Editor::replace_text(const Change& change, Value value) {
  switch (change.place.part) {
    case Part::key:
      return rename_key(value, change.name);
    case Part::value:
      return value.is_string() && set_value(value, json::quote(change.name));
    case Part::text:
      if (!value.is_string()) return false;
      [[fallthrough]];
    case Part::key_text:
      stretches_[{value.id(), change.place.part == Part::key_text}].push_back(change);
      return true;
    default:
      return false;
  }
}

std::string with_stretches(std::string_view text, std::vector<Change> changes) {
  std::string out(text);
  std::sort(changes.begin(), changes.end(),
            [](const Change& a, const Change& b) { return a.place.begin > b.place.begin; });
  for (const Change& change : changes) {
    const auto size = static_cast<uint32_t>(text.size());
    const uint32_t begin = std::min(change.place.begin, size);
    out.replace(begin, std::clamp(change.place.end, begin, size) - begin, change.name);
  }
  return out;
}

/// How a text is written in the scalar that a value is: a line of a literal one begins with its indentation.
std::optional<std::string> Editor::written_in(Value value, Style style, std::string_view text) const {
  if (style != Style::literal || text.find('\n') == std::string_view::npos) return escaped(text, style);
  const std::string indent(block_indent(text_, node(value).value, value.text()), ' ');
  std::string out;
  while (true) {
    const size_t end = text.find('\n');
    const auto line = escaped(text.substr(0, end), style);
    if (!line) return std::nullopt;
    out += *line;
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
    out += layout_.line_end;
    if (!text.starts_with('\n')) out += indent;
  }
}

/// Only the stretches change where the scalar can stay as it is; else it is written anew in quotes.
bool Editor::replace_stretches(Value value, bool in_key, const std::vector<Change>& changes) {
  const Span whole = in_key ? node(value).key : node(value).value;
  if (whole.begin == whole.end || text_[whole.begin] == '*') return false;
  const Style style = style_at(whole);
  const std::string text = with_stretches(in_key ? value.name() : value.text(), changes);
  const bool quoted = style == Style::single_quoted || style == Style::double_quoted;
  const bool one_line = places_.written(whole).find_first_of("\r\n") == std::string_view::npos;
  std::vector<std::optional<std::string>> inside;
  for (const Change& change : changes) inside.push_back(written_in(value, style, change.name));
  const bool all_fit =
      std::all_of(inside.begin(), inside.end(), [](const auto& one) { return one.has_value(); });
  const bool stays = style != Style::plain || (one_line && can_be_plain(text, around(value)));
  if (!all_fit || !stays) {
    if (!quoted && !(style == Style::plain && one_line)) return false;
    return in_key ? rename_key(value, text) : set_value(value, json::quote(text));
  }
  for (size_t i = 0; i < changes.size(); ++i) edit(document_.span(changes[i].place), *inside[i]);
  return true;
}

bool Editor::wrap(Value value) {
  if (places_.has_properties(value) || !value.parent()) return false;
  const Span span = node(value).value;
  if (places_.is_block(value)) return wrap_block(value);
  const std::string_view written = places_.written(span);
  if (written.empty() || written[0] == '|' || written[0] == '>') return false;
  if (value.is_string() && style_at(span) == Style::plain && written[0] != '*') {
    edit(span, "[" + scalar(value.text(), Style::plain, Around::flow) + "]");
    return true;
  }
  edit({span.begin, span.begin}, "[");
  edit({span.end, span.end}, "]");
  return true;
}

/// A dash before the first line; the others move in by as much.
bool Editor::wrap_block(Value value) {
  const Span span = node(value).value;
  edit({span.begin, span.begin}, "- ");
  for (uint32_t line = next_line(text_, span.begin); line < span.end; line = next_line(text_, line))
    if (line_end(text_, line) > line) edit({line, line}, "  ");
  return true;
}

bool Editor::remove(Value child) {
  if (!child.parent() || places_.has_properties(child)) return false;
  rebuilds_[child.parent().id()].removed.insert(child.id());
  return true;
}

bool Editor::move(Value member, Value into, const std::string& name) {
  if (!member.parent() || !into.is_object() || into.inside(member) || !member.parent().is_object())
    return false;
  return remove(member) && add(into, {name, {}, member});
}

bool Editor::add(Value container, Addition addition) {
  if (!addition.value && !addition.moved) return false;
  if (!editable(container) || style_at(node(container).value) == Style::literal ||
      text_[node(container).value.begin] == '*')
    return false;
  rebuilds_[container.id()].added.push_back(std::move(addition));
  return true;
}

/// A member or item as it stands in its container, from its key or dash on.
std::optional<std::string> Editor::entry(Value container, const Addition& addition, uint32_t column,
                                         bool brackets) {
  if (addition.moved) return moved_entry(addition, column, brackets);
  Layout layout = layout_for(container);
  layout.json = layout.json && brackets;
  const std::string value = brackets ? flow(addition.value, layout) : std::string();
  if (container.is_array()) return brackets ? value : "- " + after_dash(addition.value, column + 2, layout);
  const Style style = layout.json ? Style::double_quoted : Style::plain;
  const std::string key = scalar(addition.name, style, brackets ? Around::flow : Around::block) + ":";
  return brackets ? key + " " + value : key + after_colon(addition.value, column, layout);
}

/// All behind its key moves as it stands, the lines below by as much as the key.
std::optional<std::string> Editor::moved_entry(const Addition& addition, uint32_t column, bool brackets) {
  const Node& from = node(addition.moved);
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

bool Editor::rebuild(Value container, const Rebuild& changes) {
  const std::vector<Value> own = places_.own(container);
  if (changes.removed.size() == own.size()) return replace_all(container, changes);
  return places_.in_brackets(container) ? rebuild_flow(container, own, changes)
                                        : rebuild_block(container, own, changes);
}

/// For a container that has nothing, or loses all that it has.
bool Editor::replace_all(Value container, const Rebuild& changes) {
  const Span span = node(container).value;
  if (container.open() || container.first_child() != Value()
          ? places_.own(container).size() != container.child_count()
          : false)
    return false;
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

bool Editor::rebuild_flow(Value container, const std::vector<Value>& own, const Rebuild& changes) {
  const auto gone = [&](size_t i) { return changes.removed.count(own[i].id()) > 0; };
  Value kept;
  for (size_t first = 0; first < own.size(); ++first) {
    if (!gone(first)) {
      kept = own[first];
      continue;
    }
    size_t behind = first;
    while (behind < own.size() && gone(behind)) ++behind;
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
    first = behind - 1;
  }
  if (changes.added.empty()) return true;
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

bool Editor::rebuild_block(Value container, const std::vector<Value>& own, const Rebuild& changes) {
  const auto gone = [&](size_t i) { return changes.removed.count(own[i].id()) > 0; };
  Value kept;
  for (size_t first = 0; first < own.size(); ++first) {
    if (!gone(first)) {
      kept = own[first];
      continue;
    }
    size_t behind = first;
    while (behind < own.size() && gone(behind)) ++behind;
    if (!remove_lines(own, first, behind)) return false;
    first = behind - 1;
  }
  if (changes.added.empty()) return true;
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
bool Editor::remove_lines(const std::vector<Value>& own, size_t first, size_t behind) {
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

/// What is added behind a line that goes stands behind its line break instead.
void Editor::move_out_of_removed() {
  const size_t line_end_size = layout_.line_end.size();
  for (Edit& added : edits_) {
    if (added.span.begin != added.span.end || !added.text.starts_with(layout_.line_end)) continue;
    for (const Edit& removed : edits_) {
      const uint32_t at = added.span.begin;
      if (!removed.text.empty() || at <= removed.span.begin || removed.span.end <= at) continue;
      added.span = {removed.span.end, removed.span.end};
      added.text = added.text.substr(line_end_size) + std::string(layout_.line_end);
      break;
    }
  }
}

std::optional<std::vector<Edit>> Editor::finish() {
  for (const auto& [place, changes] : stretches_)
    if (!replace_stretches(document_.at(place.first), place.second, changes)) return std::nullopt;
  for (const auto& [id, changes] : rebuilds_)
    if (!rebuild(document_.at(id), changes)) return std::nullopt;
  move_out_of_removed();
  std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) {
    return std::tuple(a.span.begin, a.span.end) < std::tuple(b.span.begin, b.span.end);
  });
  for (size_t i = 1; i < edits_.size(); ++i)
    if (edits_[i - 1].span.end > edits_[i].span.begin) return std::nullopt;
  return std::move(edits_);
}

}  // namespace

std::optional<std::vector<Edit>> render(const Document& document, const Origins& origins, const Fix& fix) {
  Editor editor(document, origins);
  for (const Change& change : fix.changes)
    if (!editor.change(change)) return std::nullopt;
  auto edits = editor.finish();
  if (!edits || !came_out(document, origins, fix, *edits)) return std::nullopt;
  return edits;
}

}  // namespace sfn::yaml
