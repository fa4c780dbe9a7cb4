// A definition as its file says it: values with their places. What every reader (JSON, YAML, templates)
// builds.
#pragma once

#include <bit>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/edit.h"
#include "lint/text.h"

namespace sfn {

class Document;
class Value;
struct Fix;

using NodeId = uint32_t;
inline constexpr NodeId no_node = UINT32_MAX;

/// `opaque`: a template's placeholder stands for the whole value, so that it can be anything at all.
enum class Kind : uint8_t { absent, null, boolean, number, string, object, array, opaque };

/// Which part of a node a place names.
enum class Part : uint8_t {
  value,     // the whole value, quotes and brackets included
  key,       // the key, quotes included
  start,     // the first byte of the value: the bracket that opens an object or array
  text,      // [begin, end) of the decoded text of a string value
  key_text,  // [begin, end) of the decoded key
  bytes,     // [begin, end) of the file itself; only for texts that did not parse, and so have no nodes
};

/// A place in a definition that holds in every format: never an offset of a file (but for Part::bytes).
struct Place {
  FileId file = 0;
  NodeId node = no_node;
  Part part = Part::value;
  uint32_t begin = 0, end = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

/// A small number for a name, never 0: names are found by comparing numbers. Where the name is a literal the
/// compiler computes it. `suffix` continues the name.
using NameHash = uint16_t;
constexpr NameHash name_hash(std::string_view name, std::string_view suffix = {}) {
  const size_t size = name.size() + suffix.size();
  const auto byte = [&](size_t i) {
    return static_cast<uint32_t>(
        static_cast<unsigned char>(i < name.size() ? name[i] : suffix[i - name.size()]));
  };
  uint32_t mixed = static_cast<uint32_t>(size);
  if (size > 0) mixed += byte(0) << 8 ^ byte(size / 2) << 16 ^ byte(size - 1) << 24;
  mixed *= 0x9E3779B1u;
  return static_cast<NameHash>(mixed >> 16 | 1);
}

/// One of 32 bits for a name. Most questions after a member are after one that an object does not have, and
/// the bits of its names answer most of them.
constexpr uint32_t name_bit(NameHash hash) { return uint32_t{1} << (hash >> 11); }

/// One value. Nodes stand in source order: an object's or array's children follow it directly, so the
/// first child of node `i` is `i + 1` where that node's parent is `i`.
struct Node {
  Span value;               // quotes and brackets included
  Span key;                 // quotes included; empty for the root and for items of an array
  NodeId parent = no_node;  // no_node for the root
  NodeId next = no_node;    // the next member or item of the same parent
  std::string_view name;    // the decoded key
  std::string_view text;    // of a string the decoded text; of a scalar or placeholder its bytes as written
  Kind kind = Kind::absent;
  bool templated : 1 = false;  // a string with a placeholder in it: not to be read as an expression or format
  bool indexed : 1 = false;    // an object with many members, see Document::index_members
  bool open : 1 = false;       // an object with a placeholder for members: nothing is missing from it
  NameHash name_hash = 0;      // of `name`; 0 where nothing has computed it
  uint32_t names = 0;          // of an object: which names it may have, see Document::index_names
};

/// How a document is written in its file: where its places are there, and what it takes to change them. Each
/// reader supplies one.
class SourceMap {
 public:
  virtual ~SourceMap() = default;
  virtual Span span(const Document&, Place) const = 0;
  /// The edits of all changes of a fix, sorted and not overlapping; absent where they cannot be made well.
  virtual std::optional<std::vector<Edit>> render(const Document&, const Fix&) const { return std::nullopt; }
  /// What the definition is written in, as messages name it.
  virtual std::string_view language() const { return "JSON"; }
  /// See Document::written.
  virtual const Document& written(const Document& document) const { return document; }
};

/// A comment of YAML; `text` is what stands behind its `#`. JSON has none.
struct Comment {
  Span span;
  std::string_view text;
};

/// A tag that is not of YAML itself: `!Sub`. JSON has none.
struct Tag {
  NodeId node = no_node;
  std::string_view name;  // with its `!`
  Span span;              // empty for a node that an alias stands for: the tag is elsewhere
};

/// The nodes of one definition. Views into the text of its file or into its own store of decoded strings;
/// the text must outlive it.
class Document {
 public:
  Document(FileId file, std::string_view text, std::unique_ptr<SourceMap> source_map);
  Document(Document&&) noexcept = default;
  Document& operator=(Document&&) noexcept = default;

  /// The root; absent while the document is empty.
  Value root() const;
  Value at(NodeId id) const;
  const Node& node(NodeId id) const { return nodes_[id]; }
  size_t size() const { return nodes_.size(); }
  /// The node behind a node and all that is in it.
  NodeId end_of(NodeId id) const;
  FileId file() const { return file_; }
  /// The text of the file, as it stands in it.
  std::string_view text() const { return text_; }
  /// The one map from a place to bytes of its file.
  Span span(Place) const;
  /// The edits of a fix, all of whose changes are in this document; absent where they cannot be made well.
  std::optional<std::vector<Edit>> render(const Fix&) const;
  /// In the order of the file.
  std::span<const Comment> comments() const { return comments_; }
  /// In the order of the nodes. In a template tags are functions, and nodes of their own: there are none.
  std::span<const Tag> tags() const { return tags_; }
  /// The name of a node's tag; empty for a node without one.
  std::string_view tag(NodeId id) const;
  /// The document as its file has it, if known values were put in place of the placeholders of this one (see
  /// substitute.h); else this one.
  const Document& written() const { return source_map_->written(*this); }
  const SourceMap& source_map() const { return *source_map_; }

  // For readers:
  NodeId add(Node node);
  /// Adds a node to be filled in place; its id is `size() - 1`. The reference holds until the next one is
  /// added.
  Node& append() { return nodes_.emplace_back(); }
  Node& edit(NodeId id) { return nodes_[id]; }
  /// Keeps a decoded string for as long as the document lives.
  std::string_view keep(std::string text);
  void reserve(size_t nodes) { nodes_.reserve(nodes); }
  /// To be called once all nodes have their names, unless `index_name` was called for each. Members are found
  /// without it too, only slower.
  void index_names();
  void index_name(Node& node) {
    node.name_hash = name_hash(node.name);
    if (node.parent != no_node) nodes_[node.parent].names |= name_bit(node.name_hash);
  }
  /// To be called for an object whose members are all there and have their names, if they are more than
  /// `few_members`: so that none is looked for among thousands. `index_names` calls it.
  void index_members(NodeId object);
  static constexpr size_t few_members = 32;
  void add_comment(Comment comment) { comments_.push_back(comment); }
  /// Its node must not be smaller than that of the last one.
  void add_tag(Tag tag) { tags_.push_back(tag); }
  /// For a document whose text stands, in another spelling, inside a larger one: `text()` and the spans of
  /// nodes stay those of its own text, and only the source map knows where they are in the file.
  void set_source_map(std::unique_ptr<SourceMap> source_map) { source_map_ = std::move(source_map); }

 private:
  friend class Value;
  /// The last member of that name in an object with an index; no_node if there is none.
  NodeId find_indexed(NodeId object, std::string_view name) const;

  FileId file_;
  std::string_view text_;
  std::vector<Node> nodes_;
  std::unordered_map<NodeId, std::vector<NodeId>> members_;  // open hash tables by name
  std::deque<std::string> kept_;
  std::vector<Comment> comments_;
  std::vector<Tag> tags_;
  std::unique_ptr<SourceMap> source_map_;
};

/// A handle on one node, or on nothing: every question may be asked of an absent value, and the answer is
/// "no", empty or absent. Cheap to copy; valid as long as its document.
class Value {
 public:
  Value() = default;
  Value(const Document& document, NodeId id) : document_(&document), id_(id) {}

  explicit operator bool() const { return document_ != nullptr; }
  Kind kind() const { return document_ ? node().kind : Kind::absent; }
  bool is_null() const { return kind() == Kind::null; }
  bool is_boolean() const { return kind() == Kind::boolean; }
  bool is_number() const { return kind() == Kind::number; }
  bool is_string() const { return kind() == Kind::string; }
  bool is_object() const { return kind() == Kind::object; }
  bool is_array() const { return kind() == Kind::array; }
  bool is_opaque() const { return kind() == Kind::opaque; }

  /// The decoded key; empty for items and the root.
  std::string_view name() const { return document_ ? node().name : std::string_view(); }
  /// Of a string the decoded text; of other scalars and placeholders the bytes as written; else empty.
  std::string_view text() const { return document_ ? node().text : std::string_view(); }
  /// The text of a string that is known whole: absent for other kinds and for strings with placeholders.
  std::optional<std::string_view> literal() const;
  /// Whether this is a string that contains a placeholder.
  bool templated() const { return document_ && node().templated; }
  /// Whether placeholders may add members to this object, so that none can be said to be missing.
  bool open() const { return document_ && node().open; }
  std::optional<bool> boolean() const;
  std::optional<double> number() const;
  /// A number that is an integer in value (`5`, `5.0`, `5e0`) and fits.
  std::optional<int64_t> integer() const;

  /// The member of that name; of doubles the last, as JSON parsers take it. Absent if there is none.
  Value operator[](std::string_view name) const {
    const NameHash hash = name_hash(name);
    return may_have(name_bit(hash)) ? find(name, hash) : Value();
  }
  /// Whether it may have a member with one of the bits of name_bit: mostly it has none, and this says so
  /// without a look at the members.
  bool may_have(uint32_t bits) const {
    return document_ != nullptr && (node().names == 0 || (node().names & bits) != 0);
  }
  /// Whether the name has that hash. Different names may have the same.
  bool may_be_named(NameHash hash) const { return node().name_hash == hash || node().name_hash == 0; }
  /// Whether it is sure that no two members have the same name; mostly this says so where it is true.
  bool names_differ() const {
    return document_ && std::popcount(node().names) == static_cast<int>(child_count());
  }
  bool has(std::string_view name) const { return static_cast<bool>((*this)[name]); }
  Value parent() const;
  Value next() const;
  Value first_child() const;
  size_t child_count() const;
  /// Whether `this` is `other` or inside it.
  bool inside(Value other) const;

  class Iterator;
  /// Members or items in source order, for range-for: `for (Value member : object)`.
  Iterator begin() const;
  Iterator end() const;

  Place place() const { return place(Part::value); }
  Place key() const { return place(Part::key); }
  /// What to mark where something is missing from this value: its key, or the bracket that opens it.
  Place label() const { return place(name_exists() ? Part::key : Part::start); }
  /// [begin, end) of the decoded text of this string.
  Place stretch(size_t begin, size_t end) const;
  /// [begin, end) of the decoded key.
  Place key_stretch(size_t begin, size_t end) const;

  NodeId id() const { return id_; }
  const Document& document() const { return *document_; }
  friend bool operator==(Value a, Value b) { return a.document_ == b.document_ && a.id_ == b.id_; }

 private:
  const Node& node() const { return document_->node(id_); }
  Value find(std::string_view name, NameHash hash) const;
  bool name_exists() const { return document_ && node().key.end > node().key.begin; }
  Place place(Part part, size_t begin = 0, size_t end = 0) const;

  const Document* document_ = nullptr;
  NodeId id_ = no_node;
};

class Value::Iterator {
 public:
  explicit Iterator(Value at) : at_(at) {}
  Value operator*() const { return at_; }
  Iterator& operator++() {
    at_ = at_.next();
    return *this;
  }
  friend bool operator==(Iterator a, Iterator b) { return a.at_ == b.at_; }

 private:
  Value at_;
};

// What every walk does, and so is inlined.
inline Value Document::at(NodeId id) const { return id < nodes_.size() ? Value(*this, id) : Value(); }
inline Value Value::parent() const { return document_ ? document_->at(node().parent) : Value(); }
inline Value Value::next() const { return document_ ? document_->at(node().next) : Value(); }
inline Value Value::first_child() const {
  if (!document_ || id_ + 1 >= document_->size() || document_->node(id_ + 1).parent != id_) return {};
  return {*document_, id_ + 1};
}
inline std::optional<std::string_view> Value::literal() const {
  if (!is_string() || node().templated) return std::nullopt;
  return node().text;
}
inline Value::Iterator Value::begin() const { return Iterator(first_child()); }
inline Value::Iterator Value::end() const { return Iterator(Value()); }

/// A word for the kind as messages print it: "a string", "an object".
std::string_view describe(Kind kind);

}  // namespace sfn
