// A document that is made from another one, the original: what is found in it is shown, and what is fixed in
// it is fixed, where the original has it.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "lint/composition.h"
#include "lint/document.h"

namespace sfn {

/// How a key or value relates to what the original has in its place.
enum class From : uint8_t {
  original,  // it is the same
  made,      // it is another form of it, or stands for it: a function and its call
  given,     // it is, or contains, something that the original does not have: the value of a placeholder
};

struct Origin {
  NodeId node = no_node;  // of the original
  From key = From::original, value = From::original;
  /// Whether the node is part of a given value, whose place is `node`.
  bool inside = false;
};

class DerivedSourceMap;

/// Makes a document node by node, in the order that documents have: parents first, then each child with all
/// that is in it. The text and the comments are those of the original. Places hold whatever is changed; fixes
/// hold for what is the same, and are declined where they would write what the original does not have.
class Derivation {
 public:
  /// `file` is the FileId of the places in the new document.
  Derivation(std::shared_ptr<const Document> original, FileId file);

  /// Adds a node as the last child of `parent`; the links of `node` do not count.
  NodeId add(Node node, NodeId parent, Origin origin);
  /// Gives a node the text (Part::text) or the name (Part::key_text) that is composed.
  void set_text(NodeId node, Part part, Composition composition);
  const Origin& origin(NodeId node) const;
  Document& document() { return document_; }
  /// The document, with the comments that begin in `comments`.
  Document finish(Span comments = {0, UINT32_MAX});

 private:
  std::shared_ptr<const Document> original_;
  DerivedSourceMap* source_map_;
  Document document_;
  std::vector<NodeId> last_child_;  // of each node
};

}  // namespace sfn
