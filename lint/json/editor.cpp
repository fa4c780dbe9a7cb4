#include "lint/json/editor.h"

#include "lint/editor.h"
#include "lint/json/layout.h"
#include "lint/json/source_map.h"
#include "lint/json/string.h"

namespace sfn::json {
namespace {

/// Whether a key stands in quotes; a bare placeholder can be one too.
bool has_quoted_key(const Document& document, Value value) {
  const Span key = document.node(value.id()).key;
  return key.end > key.begin && document.text()[key.begin] == '"';
}

/// Whether commas in it are where JSON has them: placeholders for members can bring their own.
bool has_plain_members(Value container) {
  if (!container.is_object()) return container.is_array();
  for (Value member : container)
    if (member.is_opaque() && member.name().empty() && member.label().part == Part::start) return false;
  return true;
}

class JsonEditor : public Editor {
 public:
  using Editor::Editor;

 private:
  bool rename_key(Value member, const std::string& name) override {
    if (!has_quoted_key(document_, member)) return false;
    edit(node(member).key, quote(name));
    return true;
  }

  bool set_value(Value value, const std::string& json) override {
    if (value.is_opaque() || json.empty()) return false;
    // Where a line begins need not be known for what has only one: it may be far, and looked for in each fix.
    const bool one_line = json.find('\n') == npos;
    edit(node(value).value, one_line ? json : reindented(json, "", indent_of(text_, begin_of(value))));
    return true;
  }

  bool replace_text(const Change& change, Value value) override {
    const Part part = change.place.part;
    if (part == Part::key_text ? !has_quoted_key(document_, value) : !value.is_string()) return false;
    if (part == Part::start) return false;
    std::string text = quote(change.name);
    if (part != Part::value) text = text.substr(1, text.size() - 2);
    edit(JsonSourceMap().span(document_, change.place), std::move(text));
    return true;
  }

  bool wrap(Value value) override {
    if (value.is_opaque()) return false;
    surround(node(value).value, "[", "]");
    return true;
  }

  bool enclose(Value member, const std::vector<std::string>& names) override {
    std::string head;
    for (const std::string& name : names) head += "{" + quote(name) + colon_in(member.parent());
    surround(node(member).value, head, std::string(names.size(), '}'));
    return true;
  }

  bool can_remove(Value child) const override { return has_plain_members(child.parent()); }
  bool can_add_to(Value container) const override { return has_plain_members(container); }

  bool rebuild(Value container, const Rebuild& changes) override {
    if (changes.empties(container)) {
      const Span span = node(container).value;
      const Separators blanks = separators_in_emptied(container);
      const std::string added = added_text(container, changes, blanks);
      edit({span.begin + 1, span.end - 1}, added.empty() ? "" : added + blanks.last);
      return true;
    }
    remove_runs(changes);
    if (changes.added.empty()) return true;
    Value kept;
    for (Value child : container)
      if (!changes.removes(child)) kept = child;
    const uint32_t end = node(kept).value.end;
    edit({end, end}, "," + added_text(container, changes, separators_in(container)));
    return true;
  }

  /// Takes members with the blanks and the comma behind them, so that what follows moves to their place; the
  /// last ones with the comma and the blanks before them.
  void remove_runs(const Rebuild& changes) {
    Value behind;  // a run; it goes already
    for (const NodeId id : changes.removed) {
      const Value first = document_.at(id);
      if (behind && id < behind.id()) continue;
      Value last = first;
      for (behind = first.next(); behind && changes.removes(behind); behind = behind.next()) last = behind;
      if (behind) edit({begin_of(first), begin_of(behind)}, "");
      else return edit({end_before(first), node(last).value.end}, "");
    }
  }

  uint32_t end_before(Value child) const {
    Value before = child.parent().first_child();
    while (before.next() != child) before = before.next();
    return node(before).value.end;
  }

  /// The new members or items with commas between them.
  std::string added_text(Value container, const Rebuild& changes, const Separators& blanks) const {
    const std::string colon = container.is_object() ? colon_in(container) : "";
    const size_t line = blanks.between.rfind('\n');
    const std::string indent =
        line == npos ? std::string(indent_of(text_, begin_of(container))) : blanks.between.substr(line + 1);
    std::string text;
    for (const Addition& addition : changes.added) {
      text += text.empty() ? blanks.first : "," + blanks.between;
      if (container.is_object()) text += quote(addition.name) + colon;
      text += reindented(addition.moved ? moved_text(addition.moved) : addition.json, "", indent);
    }
    return text;
  }

  std::string moved_text(Value member) const {
    const Span span = node(member).value;
    return reindented(text_.substr(span.begin, span.end - span.begin), indent_of(text_, begin_of(member)),
                      "");
  }
};

}  // namespace

std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix) {
  return JsonEditor(document).render(fix);
}

}  // namespace sfn::json
