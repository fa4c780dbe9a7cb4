// What the reference implementation checks after it has parsed: the shape of paths, and `%`.
#pragma once

#include <optional>

#include "lint/asl/jsonata/fault.h"
#include "lint/asl/jsonata/tree.h"

namespace sfn::asl::jsonata {

/// The first fault that the tree has though its text follows the grammar.
std::optional<Fault> resolve(const Tree& tree, NodeIndex root);

}  // namespace sfn::asl::jsonata
