#include "lint/hcl/editor.h"

#include <deque>

#include "lint/editor.h"
#include "lint/hcl/text.h"
#include "lint/json/layout.h"
#include "lint/json/parse.h"
#include "lint/json/string.h"

namespace sfn::hcl {

namespace {

using json::begin_of;

class HclEditor : public Editor {
 public:
  HclEditor(const Document& document, const HclSourceMap& written) : Editor(document), written_(written) {}

 private:
  const Expression* value_of(Value value) const { return expression(written_.value(value.id())); }
  const Expression* expression(ExpressionId id) const {
    return id == no_expression ? nullptr : &written_.file().at(id);
  }
  /// Whether a container is written out, as an object or a tuple.
  bool is_literal(Value container) const {
    const Expression* value = value_of(container);
    return value && (value->kind == Expression::Kind::object || value->kind == Expression::Kind::tuple);
  }
  bool has_plain_key(Value member) const {
    const Expression* key = expression(written_.key(member.id()));
    return key &&
           (key->kind == Expression::Kind::text ? key->first == no_expression
                                                : key->kind == Expression::Kind::reference) &&
           key->span.end - key->span.begin > 0 && text_[key->span.begin] != '(';
  }
  bool is_known(Value value) const {
    return !value.is_opaque() && node(value).value.begin < node(value).value.end;
  }

  bool rename_key(Value member, const std::string& name) override {
    if (!has_plain_key(member)) return false;
    const bool quotes = text_[node(member).key.begin] == '"';
    edit(node(member).key, quotes ? '"' + escaped(name) + '"' : key_text(name));
    return true;
  }

  bool set_value(Value value, const std::string& json) override {
    const auto text = from_json(json, json::indent_of(text_, begin_of(value)));
    if (!is_known(value) || !text) return false;
    edit(node(value).value, *text);
    return true;
  }

  bool replace_text(const Change& change, Value value) override {
    const Part part = change.place.part;
    if (part == Part::key_text && !has_plain_key(value)) return false;
    const Expression* text = part == Part::key_text ? expression(written_.key(value.id())) : value_of(value);
    if (!text || part == Part::start || (part != Part::key_text && !value.is_string())) return false;
    if (text->kind != Expression::Kind::text) return rename_stretch(change, value);
    if (part == Part::value) return set_value(value, json::quote(change.name));
    const Span span = document_.span(change.place);
    if (splits(*text, span)) return false;
    // The marker of a heredoc stays on its line.
    if (text->heredoc && span.end == text->inner.end && !change.name.ends_with('\n')) return false;
    edit(span, text->heredoc ? change.name : escaped(change.name));
    return true;
  }

  /// Whether a stretch of a text has a part of what is inserted in it, or of `$${`.
  bool splits(const Expression& text, Span span) const {
    for (ExpressionId id = text.first; id != no_expression; id = expression(id)->next) {
      const Span inserted = expression(id)->span;
      const bool apart = inserted.end <= span.begin || span.end <= inserted.begin;
      if (!apart && (inserted.begin < span.begin || span.end < inserted.end)) return true;
    }
    const auto between = [&](uint32_t at) {
      return at > 0 && at < text_.size() && (text_[at - 1] == '$' || text_[at - 1] == '%') &&
             (text_[at] == text_[at - 1] || text_[at] == '{');
    };
    return between(span.begin) || between(span.end);
  }

  // Of a key without quotes, which it may need now.
  bool rename_stretch(const Change& change, Value member) {
    std::string name(member.name());
    if (change.place.part != Part::key_text || change.place.end > name.size()) return false;
    name.replace(change.place.begin, change.place.end - change.place.begin, change.name);
    edit(node(member).key, key_text(name));
    return true;
  }

  bool wrap(Value value) override {
    if (!is_known(value) || is_heredoc(value)) return false;
    surround(node(value).value, "[", "]");
    return true;
  }

  // Nothing may stand behind the marker that ends it.
  bool is_heredoc(Value value) const {
    const Expression* written = value_of(value);
    return written && written->heredoc;
  }

  // What a local value stands for is written elsewhere, and may be used by others.
  bool can_change(Value value) const override {
    if (!value.parent()) return true;
    const Span own = node(value).value, around = node(value.parent()).value;
    return around.begin <= own.begin && own.end <= around.end;
  }

  bool enclose(Value member, const std::vector<std::string>& names) override {
    if (!is_literal(member.parent()) || is_heredoc(member)) return false;
    std::string head;
    for (const std::string& name : names) head += "{ " + key_text(name) + " = ";
    std::string tail;
    for (size_t i = 0; i < names.size(); ++i) tail += " }";
    surround(node(member).value, head, tail);
    return true;
  }

  bool can_remove(Value child) const override { return is_literal(child.parent()); }
  bool can_add_to(Value container) const override { return is_literal(container); }

  bool rebuild(Value container, const Rebuild& changes) override {
    std::vector<Value> children;
    for (Value child : container) children.push_back(child);
    const Value kept = changes.last_kept(children);
    const Span span = node(container).value;
    if (!kept) {
      if (has_comment({span.begin, span.end})) return false;
      const json::Separators blanks = json::separators_in_emptied(container);
      const auto added = added_text(container, changes, blanks, "");
      if (!added) return false;
      edit({span.begin + 1, span.end - 1}, added->empty() ? "" : *added + blanks.last);
      return true;
    }
    if (!remove_runs(children, changes)) return false;
    return changes.added.empty() || add_behind(container, kept, kept == children.back(), changes);
  }

  /// Commas are where the last member has one, or where no line break can separate members.
  bool add_behind(Value container, Value kept, bool last, const Rebuild& changes) {
    uint32_t at = node(kept).value.end;
    const bool comma = text_.substr(at, 1) == ",", trailing = comma && last;
    const json::Separators blanks = json::separators_in(container);
    const bool lines = container.is_object() && blanks.first.find('\n') != npos;
    const std::string separator = comma || !lines ? "," : "";
    const auto added = added_text(container, changes, blanks, separator);
    if (!added) return false;
    if (trailing) ++at;
    edit({at, at}, (trailing ? "" : separator) + *added + (trailing ? "," : ""));
    return true;
  }

  bool remove_runs(const std::vector<Value>& children, const Rebuild& changes) {
    return changes.each_run(children, [&](size_t first, size_t behind) {
      const bool last = behind == children.size();
      const Span gone = last ? Span{node(children[first - 1]).value.end, node(children[behind - 1]).value.end}
                             : Span{begin_of(children[first]), begin_of(children[behind])};
      if (gone.begin > gone.end || has_comment(gone)) return false;
      edit(gone, "");
      return true;
    });
  }

  bool has_comment(Span span) const {
    for (const Comment& comment : written_.file().comments)
      if (comment.span.begin >= span.begin && comment.span.begin < span.end) return true;
    const std::string_view bytes = text_.substr(span.begin, span.end - span.begin);
    return bytes.find("/*") != npos;
  }

  std::optional<std::string> added_text(Value container, const Rebuild& changes,
                                        const json::Separators& blanks, std::string_view comma) {
    const size_t line = blanks.between.rfind('\n');
    const std::string indent = line == npos ? std::string(json::indent_of(text_, begin_of(container)))
                                            : blanks.between.substr(line + 1);
    std::string text;
    for (const Addition& addition : changes.added) {
      text += text.empty() ? blanks.first : std::string(comma) + blanks.between;
      if (container.is_object()) text += key_text(addition.name) + " = ";
      const auto value = addition.moved ? std::optional(moved_text(addition.moved, indent))
                                        : from_json(addition.json, indent);
      if (!value) return std::nullopt;
      text += *value;
    }
    return text;
  }

  std::string moved_text(Value member, const std::string& indent) const {
    const Span span = node(member).value;
    return json::reindented(text_.substr(span.begin, span.end - span.begin),
                            json::indent_of(text_, begin_of(member)), indent);
  }

  static std::string key_text(const std::string& name) {
    return is_identifier(name) ? name : '"' + escaped(name) + '"';
  }

  /// A JSON text as HCL; absent if it is none.
  std::optional<std::string> from_json(const std::string& json, std::string_view indent) {
    sources_.emplace_back("value", json);
    const json::Parsed read = json::parse(sources_.back(), document_.file());
    if (!read.document) return std::nullopt;
    return written(read.document->root(), std::string(indent), json.find('\n') != npos);
  }

  static std::string written(Value value, const std::string& indent, bool lines) {
    if (value.is_string() || value.is_opaque()) return quoted(value.text());
    if (value.is_null()) return "null";
    if (!value.is_object() && !value.is_array()) return std::string(value.text());
    const bool object = value.is_object();
    std::string text;
    const std::string inner = indent + "  ";
    for (const Value child : value) {
      if (!text.empty()) text += lines && object ? "" : lines ? "," : ", ";
      if (lines) text += "\n" + inner;
      if (object) text += key_text(std::string(child.name())) + " = ";
      text += written(child, inner, lines);
    }
    if (text.empty()) return object ? "{}" : "[]";
    if (lines) return (object ? "{" : "[") + text + "\n" + indent + (object ? "}" : "]");
    return object ? "{ " + text + " }" : "[" + text + "]";
  }

  const HclSourceMap& written_;
  std::deque<Source> sources_;
};

}  // namespace

std::optional<std::vector<Edit>> render(const Document& document, const HclSourceMap& written,
                                        const Fix& fix) {
  return HclEditor(document, written).render(fix);
}

}  // namespace sfn::hcl
