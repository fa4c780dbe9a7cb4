#include "lint/asl/jsonata/ancestry.h"

#include <utility>

namespace sfn::asl::jsonata {

void Ancestry::add_slot(Item& parent) {
  parent.slot = static_cast<uint32_t>(levels_.size());
  levels_.push_back(1);
  parents_.push_back(parent.node);
}

NodeIndex Ancestry::seeking(ItemIndex item) const {
  if (items_[item].kind == Item::Kind::parent) return items_[item].node;
  const uint32_t list = items_[item].seeking;
  return list == none ? no_node : parents_[lists_[list].front()];
}

uint32_t Ancestry::new_list(List list) {
  lists_.push_back(std::move(list));
  return static_cast<uint32_t>(lists_.size() - 1);
}

/// What an item seeks; a `%` adds itself to its list each time it is asked.
uint32_t Ancestry::list_of(ItemIndex value) {
  const Item& item = items_[value];
  uint32_t list = item.seeking;
  if (item.kind != Item::Kind::parent) return list;
  if (list == none) return new_list({item.slot});
  lists_[list].push_back(item.slot);
  return list;
}

void Ancestry::push(ItemIndex result, ItemIndex value) {
  const uint32_t slots = list_of(value);
  if (slots == none || failed_ != no_node) return;
  uint32_t& sought = items_[result].seeking;
  if (sought == none) {
    sought = slots;
    return;
  }
  const List copy = lists_[slots];
  work_ = work_ > copy.size() ? work_ - static_cast<uint32_t>(copy.size()) : 0;
  if (work_ > 0) lists_[sought].insert(lists_[sought].end(), copy.begin(), copy.end());
}

void Ancestry::start(ItemIndex path, ItemIndex parent) {
  items_[path].seeking = new_list({items_[parent].slot});
}

void Ancestry::resolve(ItemIndex path) {
  const ItemIndex last = items_[path].last;
  const uint32_t slots = list_of(last);
  if (slots == none) return;
  for (size_t i = 0; i < lists_[slots].size() && failed_ == no_node && work_ > 0; ++i) {
    const uint32_t slot = lists_[slots][i];
    ItemIndex next = items_[last].previous;
    while (levels_[slot] > 0 && failed_ == no_node && work_ > 0) {
      if (next == no_item) {
        if (items_[path].seeking == none) items_[path].seeking = new_list({});
        lists_[items_[path].seeking].push_back(slot);
        break;
      }
      ItemIndex step = std::exchange(next, items_[next].previous);
      // Of neighbours that both bind a focus only the first counts.
      while (next != no_item && items_[step].focused && items_[next].focused)
        step = std::exchange(next, items_[next].previous);
      seek(step, slot);
    }
  }
}

void Ancestry::filter(ItemIndex step, ItemIndex predicate) {
  const uint32_t slots = items_[predicate].seeking;
  if (slots == none) return;
  for (size_t i = 0; i < lists_[slots].size() && failed_ == no_node; ++i) {
    const uint32_t slot = lists_[slots][i];
    if (levels_[slot] == 1) seek(step, slot);
    else --levels_[slot];
  }
  push(step, predicate);
}

void Ancestry::seek(ItemIndex at, uint32_t slot) {
  if (work_ == 0 || --work_ == 0) return;
  const Item& item = items_[at];
  switch (item.kind) {
    case Item::Kind::name:
    case Item::Kind::wildcard:
      --levels_[slot];
      break;
    case Item::Kind::parent:
      ++levels_[slot];
      break;
    case Item::Kind::block:
      if (item.last != no_item) seek(item.last, slot);
      break;
    case Item::Kind::path:
      seek_in_path(at, slot);
      break;
    default:
      failed_ = parents_[slot];
  }
}

void Ancestry::seek_in_path(ItemIndex path, uint32_t slot) {
  ItemIndex step = items_[path].last;
  do {
    seek(step, slot);
    step = items_[step].previous;
  } while (levels_[slot] > 0 && step != no_item && failed_ == no_node && work_ > 0);
}

}  // namespace sfn::asl::jsonata
