// The changes of one fix on their way to become edits; see editor.h.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/edit.h"
#include "lint/yaml/emit.h"
#include "lint/yaml/layout.h"

namespace sfn::yaml {

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
  bool enclose(Value member, const std::vector<std::string>& names);
  bool enclose_flow(Value member, const std::vector<std::string>& names);
  bool enclose_block(Value member, const std::vector<std::string>& names);
  bool enclose_below(Value member, const std::vector<std::string>& names);
  std::string keys_below(const std::vector<std::string>& names, uint32_t column) const;
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

}  // namespace sfn::yaml
