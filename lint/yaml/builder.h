// Builds a Document from the events of a YAML stream; aliases and merge keys become copies of what they stand
// for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/document.h"
#include "lint/json/fault.h"
#include "lint/yaml/origins.h"
#include "lint/yaml/parse.h"

namespace sfn::yaml {

/// An anchor and a tag before a node; empty where there is none. Tags of YAML itself are whole:
/// `tag:yaml.org,2002:str`.
struct Properties {
  std::string_view anchor, tag;
  uint32_t begin = 0;  // of the first of them
};

struct ScalarEvent {
  Span span;               // without properties
  std::string_view value;  // decoded
  bool plain = true;
  Properties properties = {};
};

/// Takes the events of one YAML document in their order. After a fault nothing more may be given.
class Builder {
 public:
  Builder(Document& document, Origins& origins) : document_(document), origins_(origins) {}

  void scalar(const ScalarEvent& event);
  /// `kind` is object or array. The end of a block collection is found from what is in it.
  void open(Kind kind, Span begin, const Properties& properties);
  /// `end` is where a collection in flow style ends; absent for block style.
  void close(std::optional<uint32_t> end);
  void alias(std::string_view name, Span span);

  std::optional<json::Fault> fault;

 private:
  struct Anchor {
    NodeId begin = no_node, end = no_node;  // no_node: not complete yet, or not known
    uint32_t height = 0;                    // levels below the node
    bool unknown = false;                   // stands in what was skipped
  };
  struct Level {
    NodeId container = no_node, last = no_node;
    Kind kind = Kind::absent;
    bool keyed = false;    // a key waits for its value
    bool merging = false;  // the key that waits is `<<`
    bool list_of_merges = false;
    uint32_t end = 0;     // of what has been read of it
    uint32_t height = 0;  // levels inside
    Span key = {};
    std::string_view name = {};
    std::string anchor = {};
    std::vector<Anchor> merges = {};
  };

  void fail(json::Fault::Kind kind, Span span, std::string message) {
    if (!fault) fault = json::Fault{kind, span, std::move(message)};
  }
  bool expects_key() const {
    return !levels_.empty() && levels_.back().kind == Kind::object && !levels_.back().keyed;
  }
  std::string_view kept(const ScalarEvent& event);
  void key(const ScalarEvent& event);
  void set_key(Span span, std::string_view name);
  NodeId add(Kind kind, Span span, std::string_view text);
  void value_of(const ScalarEvent& event);
  void plain_value(const ScalarEvent& event);
  Span tag_span(const Properties& properties) const;
  void copy_tags(NodeId begin, NodeId end, NodeId to);
  void note_properties(NodeId node, const Properties& properties);
  void anchored(std::string_view name, NodeId begin, uint32_t height);
  void ended(uint32_t end, uint32_t height);

  bool skipped(const Properties& properties, int change);
  bool merge_value(const Anchor& anchor, Span span);
  void merge(Level& level);
  void copy(const Anchor& from, Span span);
  bool room_for(const Anchor& from, Span span);
  NodeId copy_nodes(NodeId begin, NodeId end, bool merged);
  NodeId end_of(NodeId node, NodeId limit) const;

  Document& document_;
  Origins& origins_;
  std::vector<Level> levels_;
  std::unordered_map<std::string, Anchor> anchors_;
  size_t copied_ = 0;
  size_t skipping_ = 0;
};

}  // namespace sfn::yaml
