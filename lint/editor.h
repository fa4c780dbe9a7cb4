// The changes of one fix on their way to become edits: what JSON and YAML have in common. How a change is
// written is each notation's own.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/document.h"

namespace sfn {

/// What is put at the end of a container: a new value, or a member that moves with its bytes.
struct Addition {
  std::string name;
  std::string json = {};
  Value moved = {};
};

/// What a fix takes from one container, and what it puts at its end.
struct Rebuild {
  std::set<NodeId> removed;
  std::vector<Addition> added;

  bool removes(Value child) const { return removed.count(child.id()) > 0; }
  /// Whether all children go.
  bool empties(Value container) const;
  /// The last child that stays.
  Value last_kept(const std::vector<Value>& children) const;
  /// Calls `take` with [first, behind) of each run of neighbours that go; false as soon as it does.
  bool each_run(const std::vector<Value>& children, const std::function<bool(size_t, size_t)>& take) const;
};

class Editor {
 public:
  explicit Editor(const Document& document) : document_(document), text_(document.text()) {}
  virtual ~Editor() = default;

  /// The edits of all changes of a fix, sorted and not overlapping. Absent for changes that touch one
  /// another, for a name that the object has already, for a place in another file, and for what the notation
  /// declines.
  std::optional<std::vector<Edit>> render(const Fix& fix);

 protected:
  // How a notation makes each change; false where it cannot be made well.
  virtual bool rename_key(Value member, const std::string& name) = 0;
  virtual bool set_value(Value value, const std::string& json) = 0;
  virtual bool replace_text(const Change& change, Value value) = 0;
  virtual bool wrap(Value value) = 0;
  virtual bool enclose(Value member, const std::vector<std::string>& names) = 0;
  /// Called once for each container, when all changes are known.
  virtual bool rebuild(Value container, const Rebuild& changes) = 0;
  /// Called when all changes are known and before containers are rebuilt, and then when all edits are.
  virtual bool finish_texts() { return true; }
  virtual void finish_edits() {}

  virtual bool can_change(Value) const { return true; }
  /// Whether a container's children can be removed, or others be added to it.
  virtual bool can_remove(Value child) const = 0;
  virtual bool can_add_to(Value container) const = 0;

  /// Of edits at one place, what closes something comes first and what opens something last.
  enum Rank { closes, plain, opens };
  struct Ranked {
    Edit edit;
    Rank rank;
  };
  void edit(Span span, std::string text, Rank rank = plain) {
    edits_.push_back({{span, std::move(text)}, rank});
  }
  /// Puts something around a value.
  void surround(Span span, std::string head, std::string tail) {
    edit({span.begin, span.begin}, std::move(head), opens);
    edit({span.end, span.end}, std::move(tail), closes);
  }
  const Node& node(Value value) const { return document_.node(value.id()); }

  const Document& document_;
  std::string_view text_;
  std::vector<Ranked> edits_;

 private:
  bool change(const Change& change);
  bool change_node(const Change& change, Value target);
  bool replace_bytes(const Change& change);
  bool rename(Value member, const std::string& name);
  bool remove(Value child);
  bool move(Value member, Value into, const std::string& name);
  bool add(Value container, Addition addition);
  bool names_are_free() const;
  bool names_are_free_in(Value container) const;
  bool is_free(Value container, std::string_view name, size_t given) const;
  std::optional<std::vector<Edit>> sorted();

  std::map<NodeId, Rebuild> rebuilds_;
  std::map<NodeId, std::string> renamed_;
};

}  // namespace sfn
