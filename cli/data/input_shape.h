// What both forms of the input, the sample and the schema, say of a value.
#pragma once

#include "cli/data/input_tree.h"

namespace sfn::cli {

/// Whether a value is a list of what is read of it. What is read of it tells more than its place does.
inline bool is_list(const InputNode& node) {
  if (!node.item.empty()) return true;
  return (node.wanted.kinds & asl::intrinsic::object) == 0 &&
         (node.wanted.kinds & asl::intrinsic::array) != 0;
}

/// The kinds of value that may be there.
inline asl::intrinsic::Kinds kinds_of(const InputNode& node) {
  if (is_list(node) && (!node.item.empty() || !node.members.empty())) return asl::intrinsic::array;
  return node.members.empty() ? node.wanted.kinds : asl::intrinsic::object;
}

}  // namespace sfn::cli
