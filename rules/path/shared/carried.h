// What the data between the states of one scope can contain: follows all transitions until nothing changes.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/asl/machine.h"

namespace sfn::rules::path {

/// The names that an object of data can have at its top level.
struct Names {
  /// Nothing is known: the data can contain anything.
  bool anything = true;
  /// Sorted; each once.
  std::vector<std::string_view> names = {};
  /// The state whose output replaced the previous data; null if there are several, or none.
  const asl::State* replaced_by = nullptr;

  bool may_have(std::string_view name) const;
  /// Above `most` names nothing is assumed: such a large object was not written by hand.
  void add(std::string_view name);
  static constexpr size_t most = 64;
  friend bool operator==(const Names&, const Names&) = default;
};

/// The data on entry of every state of a scope.
class Carried {
 public:
  explicit Carried(const asl::Scope& scope);
  /// Absent for states that no transition from StartAt reaches.
  std::optional<Names> into(const asl::State& state) const;

 private:
  std::unordered_map<const asl::State*, Names> into_;
};

}  // namespace sfn::rules::path
