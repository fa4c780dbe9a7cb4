// JSON Pointer (RFC 6901): the name of a value inside its document.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "lint/document.h"

namespace sfn::json {

/// "" for the root, "/States/Run/Branches/0" inside; `~` and `/` in names are `~0` and `~1`. "" for an absent
/// value.
std::string pointer(Value value);

/// The same for many values of one document, fastest in their order: an array is not counted from its start
/// for each item.
class Pointers {
 public:
  std::string of(Value value);

 private:
  struct Item {
    NodeId item;
    size_t index;
  };
  size_t index_in(Value array, Value item);
  std::unordered_map<NodeId, Item> last_;  // the last one of each array
};

/// The value of that pointer; of members with one name the last. Absent if there is none or the pointer is
/// malformed.
Value find(const Document& document, std::string_view pointer);

}  // namespace sfn::json
