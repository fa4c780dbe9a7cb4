// The local tags of a YAML document: `!Sub`, `!Ref`, `!GetAtt`, and whatever else is not of YAML itself.
#pragma once

#include <string_view>
#include <vector>

#include "lint/document.h"

namespace sfn::yaml {

/// What becomes of nodes with a tag that is not of YAML itself (`!Sub`, `!GetAtt`, `!If`).
enum class LocalTags : uint8_t {
  opaque,  // Kind::opaque: whatever reads the file puts something else there. What is below stays readable
  kept,    // the kind that they have without the tag: a string, object or array. For templates
};

struct Tag {
  NodeId node = no_node;
  std::string_view tag;  // as written: `!Sub`, `!GetAtt`; the document keeps the text
};

/// In the order of the nodes. Nodes that aliases stand for have the tags of what they stand for.
class Tags {
 public:
  /// Empty for a node without a local tag.
  std::string_view of(NodeId node) const;
  std::string_view of(Value value) const { return of(value.id()); }
  bool empty() const { return all_.empty(); }
  const std::vector<Tag>& all() const { return all_; }

  /// For the reader; `node` must not be smaller than that of the last one.
  void add(NodeId node, std::string_view tag) { all_.push_back({node, tag}); }
  /// The tags of `count` nodes from `from` on also become those of the nodes from `to` on.
  void copy(NodeId from, NodeId count, NodeId to);

 private:
  std::vector<Tag> all_;
};

}  // namespace sfn::yaml
