#include "lint/yaml/editor.h"

#include <algorithm>

#include "lint/json/parse.h"
#include "lint/json/string.h"
#include "lint/yaml/changes.h"
#include "lint/yaml/verify.h"

namespace sfn::yaml {

/// The value of a JSON text; absent if it is none.
Value YamlEditor::parsed(const std::string& json) {
  sources_.emplace_back("value", json);
  json::Parsed read = json::parse(sources_.back(), document_.file());
  if (!read.document) return {};
  values_.push_back(std::move(*read.document));
  return values_.back().root();
}

bool YamlEditor::rename_key(Value member, const std::string& name) {
  const Span key = node(member).key;
  if (key.begin == key.end || text_[key.begin] == '*' || places_.is_merged(member)) return false;
  const Style style = style_at(key);
  if (style == Style::literal || style == Style::folded) return false;
  edit(key, scalar(name, style, around(member)));
  return true;
}

bool YamlEditor::set_value(Value value, const std::string& json) {
  const Value wanted = parsed(json);
  if (!wanted || places_.has_properties(value)) return false;
  if (wanted.is_object() || wanted.is_array()) return set_container(value, wanted);
  const Span span = node(value).value;
  if (wanted.is_number()) return set_scalar(value, number(wanted.text()));
  if (!wanted.is_string() && !wanted.is_opaque()) return set_scalar(value, std::string(wanted.text()));
  const Style style = value.is_string() || value.is_opaque() ? style_at(span) : Style::plain;
  const bool quoted = style == Style::plain && value.parent() && json_style(value.parent());
  return set_scalar(value, scalar(wanted.text(), quoted ? Style::double_quoted : style, around(value)));
}

/// Puts `written`, which stands on one line, in the place of a value.
bool YamlEditor::set_scalar(Value value, const std::string& written) {
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

bool YamlEditor::set_container(Value value, Value json) {
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

bool YamlEditor::replace_text(const Change& change, Value value) {
  const Part part = change.place.part;
  if (part == Part::value) return value.is_string() && set_value(value, json::quote(change.name));
  if (part == Part::text ? !value.is_string() : part != Part::key_text) return false;
  stretches_[{value.id(), part == Part::key_text}].push_back(change);
  return true;
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
std::optional<std::string> YamlEditor::written_in(Value value, Style style, std::string_view text) const {
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
bool YamlEditor::replace_stretches(Value value, bool in_key, const std::vector<Change>& changes) {
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

bool YamlEditor::wrap(Value value) {
  if (places_.has_properties(value) || !value.parent()) return false;
  const Span span = node(value).value;
  if (places_.is_block(value)) return wrap_block(value);
  const std::string_view written = places_.written(span);
  if (written.empty() || written[0] == '|' || written[0] == '>') return false;
  if (value.is_string() && style_at(span) == Style::plain && written[0] != '*') {
    edit(span, "[" + scalar(value.text(), Style::plain, Around::flow) + "]");
    return true;
  }
  surround(span, "[", "]");
  return true;
}

/// A dash before the first line; the others move in by as much.
bool YamlEditor::wrap_block(Value value) {
  const Span span = node(value).value;
  edit({span.begin, span.begin}, "- ");
  for (uint32_t line = next_line(text_, span.begin); line < span.end; line = next_line(text_, line))
    if (line_end(text_, line) > line) edit({line, line}, "  ");
  return true;
}

bool YamlEditor::finish_texts() {
  return std::all_of(stretches_.begin(), stretches_.end(), [&](const auto& one) {
    return replace_stretches(document_.at(one.first.first), one.first.second, one.second);
  });
}

/// What is added behind a line that goes stands behind its line break instead.
void YamlEditor::finish_edits() {
  for (Ranked& one : edits_) {
    Edit& added = one.edit;
    if (added.span.begin != added.span.end || !added.text.starts_with(layout_.line_end)) continue;
    for (const Ranked& other : edits_) {
      const Edit& removed = other.edit;
      const uint32_t at = added.span.begin;
      if (!removed.text.empty() || at <= removed.span.begin || removed.span.end <= at) continue;
      added.span = {removed.span.end, removed.span.end};
      added.text = added.text.substr(layout_.line_end.size()) + std::string(layout_.line_end);
      break;
    }
  }
}

std::optional<std::vector<Edit>> render(const Document& document, const Origins& origins, const Fix& fix) {
  const auto edits = YamlEditor(document, origins).render(fix);
  if (!edits || !verify(document, origins, fix, *edits)) return std::nullopt;
  return edits;
}

}  // namespace sfn::yaml
