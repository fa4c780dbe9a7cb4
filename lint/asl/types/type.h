// What is known of a value before the execution: the type of the data that flows through a machine.
//
// A type is a set of JSON types (`Kinds`), and where more is known one form of object and one form of array.
// A form is a node of the definition or of a sample input, the execution input itself, the shape of a
// service's result, or an object or array that was put together. All types of one machine live in one
// `Types`; equal ones are one, so that comparing two costs nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/asl/intrinsic/functions.h"
#include "lint/asl/types/results.h"
#include "lint/document.h"

namespace sfn::asl::types {

/// What following the data may still cost, in values looked at. Once it is spent, nothing more is known.
class Work {
 public:
  explicit Work(uint64_t amount = 20'000'000) : left_(amount) {}
  /// False if there is not so much left; then nothing is.
  bool spend(uint64_t amount) {
    left_ = amount < left_ ? left_ - amount : 0;
    return left_ > 0;
  }
  bool spent() const { return left_ == 0; }

 private:
  uint64_t left_;
};

/// What says that an object has no other members, from the most certain to the least.
enum class Origin : uint8_t {
  definition,    // the definition itself
  sample,        // a sample input
  error_output,  // what Step Functions hands to a catcher
  writer,        // what a Map returns that writes its results to S3
  api,           // the model of a service's API, which grows old
};

/// A handle. The default is anything at all.
class Type {
 public:
  Type() = default;
  uint32_t id() const { return id_; }
  friend bool operator==(Type, Type) = default;

 private:
  friend class Types;
  explicit Type(uint32_t id) : id_(id) {}
  uint32_t id_ = 0;
};

struct Member {
  std::string_view name;
  Type type = {};
  /// `missing` only in an object that may have members which are not known.
  Existence existence = Existence::present;
  friend bool operator==(const Member&, const Member&) = default;
};

struct Found {
  Existence existence = Existence::maybe;
  /// Where it is missing: that of the member that is meant by another spelling, or anything at all.
  Type type = {};
};

/// Where an object or array comes from.
struct Provenance {
  Origin origin = Origin::definition;
  /// The node of the definition that makes it: a template, a literal, the Resource of a Task. `no_node` where
  /// several do.
  NodeId maker = no_node;
  friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// A step of a path into the execution input.
struct InputStep {
  uint32_t parent = 0;    // the path before it; of the whole input itself
  std::string_view name;  // empty for an item
};

/// The types of one machine. It borrows the results, the documents that literals come from, and all names:
/// also those that it is asked for.
class Types {
 public:
  /// Members that are told apart, and objects and arrays in each other; beyond that only the JSON type is
  /// known.
  static constexpr size_t most_members = 64;
  static constexpr uint32_t deepest = 16;

  /// `results` may be null.
  Types(const ResultTypes* results, Work& work);

  Type unknown(Kinds kinds, Origin origin = Origin::definition);
  /// A node and what is in it. Placeholders can be anything.
  Type literal(Value node, Origin origin = Origin::definition);
  /// The execution input, of which nothing is known but that paths into it read it.
  Type input() { return input_step(0); }
  Type result(ResultId id, NodeId maker);
  /// The members that are given; others as in `rest`, which is absent for an object without others.
  Type object(std::vector<Member> members, std::optional<Type> rest, Provenance provenance);
  /// An array of just these items.
  Type array(std::vector<Type> items, Provenance provenance);
  /// An array of any number of such items.
  Type list(Type each);

  Kinds kinds(Type type) const { return node(type).kinds; }
  bool can_be(Type type, Kinds kinds) const { return (this->kinds(type) & kinds) != 0; }
  /// Whether more is known than the JSON type.
  bool known(Type type) const { return node(type).form != Form::unknown; }
  /// The node that it is; absent for all others.
  Value literal(Type type) const;
  /// The shape of a service's result that it is, alone or with members put into it.
  std::optional<ResultId> result(Type type) const;
  /// The path into the execution input that it is; absent for all others.
  std::optional<uint32_t> input_path(Type type) const;
  /// What members are that an object has beside those that were put into it; absent where there are none, or
  /// where nothing is known.
  std::optional<Type> others(Type type) const;
  const std::vector<InputStep>& input_steps() const { return input_steps_; }
  Provenance provenance(Type type) const;

  /// The member of an object. Missing from what cannot be an object.
  Found member(Type type, std::string_view name);
  /// The item of an array. Missing from what cannot be an array.
  Found item(Type type, int64_t index);
  /// What every item of an array is; anything if it is no array.
  Type each(Type type);
  /// All items; absent where their number is not known.
  std::optional<std::vector<Type>> items(Type type);
  /// The members that it may have, as far as they are known; at most some hundreds.
  std::vector<std::string_view> names(Type type);

  /// What holds of both, with objects and arrays compared down to so many levels.
  Type join(Type a, Type b, uint32_t levels = deepest);
  /// The same value where it is of one of these kinds.
  Type narrowed(Type type, Kinds kinds);
  /// The data with a value at a path of members, as ResultPath puts it there: what is missing on the way is
  /// made.
  Type with(Type data, std::span<const std::string_view> path, Type value);
  /// The data where it is known whether the member at the path exists.
  Type with_existence(Type data, std::span<const std::string_view> path, bool exists);

  Work& work() { return work_; }

 private:
  enum class Form : uint8_t { unknown, literal, input, result, built };
  struct Node {
    Kinds kinds = intrinsic::any;
    Form form = Form::unknown;
    bool has_object = false, has_rest = false, has_array = false, fixed = false;
    uint8_t depth = 1;
    Provenance provenance = {};
    Value value = {};        // literal
    uint32_t reference = 0;  // input: the step; result: its id
    Type rest = {};
    std::vector<Member> members = {};  // sorted by name
    std::vector<Type> items = {};      // fixed: all of them; else the one that stands for each
    bool same(const Node& other) const;
    size_t hash() const;
  };
  struct ObjectParts {
    std::vector<Member> members;
    std::optional<Type> rest;
    Provenance provenance;
  };

  const Node& node(Type type) const { return nodes_[type.id_]; }
  Type intern(Node node);
  Type input_step(uint32_t step);
  Type input_below(uint32_t parent, std::string_view name);
  Type shallow(Type type, uint32_t levels);
  Found literal_member(Value object, std::string_view name, Origin origin);
  Found literal_item(Value array, int64_t index, Origin origin);
  Found result_member(const Node& node, std::string_view name);
  Found built_member(const Node& node, std::string_view name);
  std::optional<ObjectParts> object_parts(Type type, bool expand);
  bool add_literal_members(Value object, Origin origin, ObjectParts& parts);
  std::optional<ObjectParts> joined_objects(Type a, Type b, uint32_t levels);
  Member joined_member(Type a, Type b, std::string_view name, uint32_t levels);
  void join_arrays(Type a, Type b, uint32_t levels, Node& into);
  void set_object(ObjectParts parts, Node& into);
  void set_items(std::vector<Type> items, bool fixed, Node& into);

  const ResultTypes* results_;
  Work& work_;
  std::deque<Node> nodes_;
  std::unordered_multimap<size_t, uint32_t> interned_;
  std::unordered_map<uint64_t, Type> joined_;  // by the pair
  std::vector<InputStep> input_steps_;
  std::unordered_map<uint64_t, std::vector<uint32_t>> input_children_;  // by the parent and the name's hash
  std::vector<uint8_t> input_depth_;
};

/// The JSON type of a node; any for placeholders and absent values.
Kinds kinds_of(Value node);

}  // namespace sfn::asl::types
