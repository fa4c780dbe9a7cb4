#include "lint/yaml/editor.h"

#include <algorithm>
#include <tuple>

#include "lint/json/parse.h"
#include "lint/json/string.h"
#include "lint/yaml/changes.h"
#include "lint/yaml/verify.h"

namespace sfn::yaml {

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
    case Change::Kind::enclose:
      return enclose(target, change.names);
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

namespace {

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

}  // namespace

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

std::optional<std::vector<Edit>> render(const Document& document, const Origins& origins, const Fix& fix) {
  Editor editor(document, origins);
  for (const Change& change : fix.changes)
    if (!editor.change(change)) return std::nullopt;
  auto edits = editor.finish();
  if (!edits || !verify(document, origins, fix, *edits)) return std::nullopt;
  return edits;
}

}  // namespace sfn::yaml
