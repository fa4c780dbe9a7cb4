// A value of an execution's data, as far as it is known: a node of a sample input or of the definition, an
// object or array that a template builds, or a value of which at most the JSON type is known.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lint/asl/intrinsic/functions.h"
#include "lint/document.h"

namespace sfn::asl::dataflow {

using Kinds = intrinsic::Kinds;

/// What following one sample may still cost, in values looked at. Where it is spent, nothing more is known.
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

enum class Existence : uint8_t {
  missing,  // certainly not there
  maybe,    // there on some ways, or not known
  present,
};

struct Found;
struct Member;

/// Cheap to copy. It borrows the documents that its nodes and names come from.
class Datum {
 public:
  /// Members of a built object that are kept apart; with more of them nothing is known of it.
  static constexpr size_t most_members = 64;

  /// Anything at all.
  Datum() = default;
  /// A node and what is in it. Placeholders can be anything.
  explicit Datum(Value node);
  /// A value of one of these types.
  static Datum unknown(Kinds kinds);
  /// An object with the members of `base` (absent, or an object), replaced or joined by `members`. In an
  /// `open` one there may be others.
  static Datum object(std::vector<Member> members, bool open = false, Value base = {});
  static Datum array(std::vector<Datum> items);

  /// The JSON types that it can have.
  Kinds kinds() const { return kinds_; }
  bool can_be(Kinds kinds) const { return (kinds_ & kinds) != 0; }
  /// Whether more is known of it than its type.
  bool known() const { return node_ || built_; }
  /// The node that it is; absent for all others.
  Value node() const { return node_; }

  /// The member of an object. Missing from what cannot be an object.
  Found member(std::string_view name, Work& work) const;
  /// The item of an array. Missing from what cannot be an array.
  Found item(int64_t index, Work& work) const;
  /// The members that it may have, as far as they are known; at most some hundreds.
  std::vector<std::string_view> names() const;
  /// All items; absent where their number is not known.
  std::optional<std::vector<Datum>> items(Work& work) const;
  /// This object with one member more, or with another value for it.
  Datum with(std::string_view name, Datum value) const;

  /// Objects and arrays in each other that `merge` compares.
  static constexpr uint32_t all_levels = 32;
  /// What holds of both. Where they differ below so many levels, at most the type is known.
  friend Datum merge(const Datum& a, const Datum& b, Work& work, uint32_t levels);
  /// Whether both are one node, one built value, or know nothing but the same types.
  friend bool same(const Datum& a, const Datum& b);

 private:
  struct Built;
  struct Parts;
  Parts parts() const;
  static Datum merge_objects(const Datum& a, const Datum& b, Work& work, uint32_t levels);
  static Datum merge_arrays(const Datum& a, const Datum& b, Work& work, uint32_t levels);

  Kinds kinds_ = intrinsic::any;
  Value node_;
  std::shared_ptr<const Built> built_;
};

Datum merge(const Datum& a, const Datum& b, Work& work, uint32_t levels = Datum::all_levels);

struct Member {
  std::string_view name;
  Datum datum;
  /// False for one that is there on some ways only.
  bool certain = true;
};

struct Found {
  Existence existence = Existence::maybe;
  /// Anything at all where it is missing.
  Datum datum = {};
};

/// The data with a value at a path of members, as ResultPath puts it there: what is missing on the way is
/// made.
Datum inserted(const Datum& data, std::span<const std::string_view> path, const Datum& value, Work& work);

/// The JSON type of a node; any for placeholders and absent values.
Kinds kinds_of(Value node);

}  // namespace sfn::asl::dataflow
