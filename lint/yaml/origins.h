// Which nodes of a YAML document stand elsewhere in the file: those that aliases and merge keys brought.
#pragma once

#include <vector>

#include "lint/document.h"

namespace sfn::yaml {

/// What becomes of nodes with a tag that is not of YAML itself (`!Sub`, `!GetAtt`, `!If`).
enum class LocalTags : uint8_t {
  opaque,  // Kind::opaque: whatever reads the file puts something else there. What is below stays readable
  kept,    // the kind that they have without the tag: a string, object or array. For templates
};

/// Nodes [begin, end) are copies of those from `origin` on.
struct Copy {
  NodeId begin = no_node, end = no_node, origin = no_node;
  /// By `<<`: a member whose key is a copy too. Else by an alias, which stands where the first node is.
  bool merged = false;
};

/// What a reader knows of a document beside its nodes.
struct Origins {
  /// In the order of `begin`; a copy of nodes that hold copies is one.
  std::vector<Copy> copies;
  /// Where the anchor or tag of a node begins, in the order of the nodes; those of nodes without one are not
  /// here.
  struct Properties {
    NodeId node = no_node;
    uint32_t begin = 0;
  };
  std::vector<Properties> properties;
  /// How the document was read.
  LocalTags local_tags = LocalTags::opaque;

  /// The copy that holds a node; null if it stands where it is read.
  const Copy* copy_of(NodeId node) const;
  /// Whether a node has an anchor or a tag; null if not.
  const Properties* properties_of(NodeId node) const;
};

}  // namespace sfn::yaml
