// How YAML makes each change of a fix.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/editor.h"
#include "lint/yaml/emit.h"
#include "lint/yaml/layout.h"

namespace sfn::yaml {

class YamlEditor : public Editor {
 public:
  YamlEditor(const Document& document, const Origins& origins)
      : Editor(document), places_(document, origins), layout_(layout_of(document)) {}

 private:
  bool rename_key(Value member, const std::string& name) override;
  bool set_value(Value value, const std::string& json) override;
  bool replace_text(const Change& change, Value value) override;
  bool wrap(Value value) override;
  bool enclose(Value member, const std::vector<std::string>& names) override;
  bool rebuild(Value container, const Rebuild& changes) override;
  bool finish_texts() override;
  void finish_edits() override;
  bool can_change(Value value) const override { return !places_.is_copy(value); }
  bool can_remove(Value child) const override;
  bool can_add_to(Value container) const override;

  bool set_scalar(Value value, const std::string& written);
  bool set_container(Value value, Value json);
  bool replace_stretches(Value value, bool in_key, const std::vector<Change>& changes);
  std::optional<std::string> written_in(Value value, Style style, std::string_view text) const;
  bool wrap_block(Value value);
  bool enclose_flow(Value member, const std::vector<std::string>& names);
  bool enclose_block(Value member, const std::vector<std::string>& names);
  bool enclose_below(Value member, const std::vector<std::string>& names);
  std::string keys_below(const std::vector<std::string>& names, uint32_t column) const;

  bool rebuild_flow(Value container, const std::vector<Value>& own, const Rebuild& changes);
  bool rebuild_block(Value container, const std::vector<Value>& own, const Rebuild& changes);
  bool remove_in_brackets(const std::vector<Value>& own, size_t first, size_t behind);
  bool remove_lines(const std::vector<Value>& own, size_t first, size_t behind);
  bool replace_all(Value container, const Rebuild& changes);
  std::optional<std::string> entry(Value container, const Addition& addition, uint32_t column, bool brackets);
  std::optional<std::string> moved_entry(const Addition& addition, uint32_t column, bool brackets);

  Value parsed(const std::string& json);
  Layout layout_for(Value value) const;
  bool json_style(Value container) const;
  Style style_at(Span span) const { return style_of(places_.written(span)); }
  Around around(Value value) const { return places_.in_flow(value) ? Around::flow : Around::block; }

  Places places_;
  Layout layout_;
  std::map<std::pair<NodeId, bool>, std::vector<Change>> stretches_;  // of values, and (true) of keys
  std::deque<Source> sources_;
  std::deque<Document> values_;
};

}  // namespace sfn::yaml
