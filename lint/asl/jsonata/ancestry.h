// Which object a `%` names: the rules of the reference implementation, with its corner cases.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "lint/asl/jsonata/tree.h"

namespace sfn::asl::jsonata {

using ItemIndex = uint32_t;
inline constexpr ItemIndex no_item = UINT32_MAX;

/// What the reference makes of a node: a path becomes a list of its steps, a lone name a path of one.
struct Item {
  enum class Kind : uint8_t { path, name, string, literal, wildcard, parent, block, sort, variable, other };
  Kind kind = Kind::other;
  bool number = false;    // of a literal
  bool filtered = false;  // `predicate` and `stages` of the reference
  bool grouped = false;   // group
  bool focused = false;   // focus
  bool checked = false;   // of a path: no step is a literal
  NodeIndex node = no_node;
  ItemIndex last = no_item;       // of a path its last step, of a block its last part
  ItemIndex previous = no_item;   // of a step the one before it
  uint32_t seeking = UINT32_MAX;  // a list of slots, if any `%` below still seeks its object
  uint32_t slot = UINT32_MAX;     // of a parent
};

/// Finds the objects of all `%` of an expression. Lists of slots are shared as the reference shares them:
/// what it refuses depends on that.
class Ancestry {
 public:
  explicit Ancestry(std::vector<Item>& items) : items_(items) {}
  void add_slot(Item& parent);
  /// `result` seeks what `value` seeks.
  void push(ItemIndex result, ItemIndex value);
  /// A path whose first step is a `%`.
  void start(ItemIndex path, ItemIndex parent);
  /// Looks for the objects of the last step's slots in the steps before it.
  void resolve(ItemIndex path);
  /// The same for the predicate of a step.
  void filter(ItemIndex step, ItemIndex predicate);
  /// The `%` that has no object; no_node if each has one or may still find it.
  NodeIndex failed() const { return failed_; }
  /// A `%` below the item that still seeks its object; no_node if there is none.
  NodeIndex seeking(ItemIndex item) const;
  /// Whether a `%` has so many steps to go that nobody would find its object.
  bool exhausted() const { return work_ == 0; }

 private:
  using List = std::vector<uint32_t>;
  static constexpr uint32_t none = UINT32_MAX;
  uint32_t new_list(List list);
  uint32_t list_of(ItemIndex value);
  void seek(ItemIndex at, uint32_t slot);
  void seek_in_path(ItemIndex path, uint32_t slot);

  std::vector<Item>& items_;
  std::vector<int32_t> levels_;     // of each slot: objects still to go
  std::vector<NodeIndex> parents_;  // of each slot: its `%`
  std::deque<List> lists_;
  NodeIndex failed_ = no_node;
  uint32_t work_ = 4'000'000;
};

}  // namespace sfn::asl::jsonata
