// The type of the context object, `$$` and `$states.context`.
#pragma once

#include <unordered_map>

#include "lint/asl/types/type.h"

namespace sfn::asl::types {

/// AWS adds fields without notice, so nothing is missing from it. `map_item` is `Map.Item.Value`.
Type context_type(Types& types, Type execution_input, Type map_item);

/// The types of context objects, each made once.
class Contexts {
 public:
  explicit Contexts(Types& types) : types_(types) {}
  Type of(Type execution_input, Type map_item) {
    const uint64_t key = uint64_t{execution_input.id()} << 32 | map_item.id();
    const auto [at, fresh] = made_.try_emplace(key);
    if (fresh) at->second = context_type(types_, execution_input, map_item);
    return at->second;
  }

 private:
  Types& types_;
  std::unordered_map<uint64_t, Type> made_;
};

}  // namespace sfn::asl::types
