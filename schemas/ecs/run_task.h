// A Task state that starts an Amazon ECS task, and the parts of its payload that many rules ask for.
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/asl/machine.h"
#include "lint/asl/payload.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"

namespace sfn::schemas::ecs {

/// The objects of an array, in order; other items are skipped.
class Objects {
 public:
  explicit Objects(Value array = {}) : first_(array.is_array() ? array.first_child() : Value()) {}

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Value;
    using difference_type = std::ptrdiff_t;
    using pointer = const Value*;
    using reference = Value;

    explicit Iterator(Value at) : at_(at) { skip(); }
    Value operator*() const { return at_; }
    Iterator& operator++() {
      at_ = at_.next();
      skip();
      return *this;
    }
    friend bool operator==(Iterator a, Iterator b) { return a.at_ == b.at_; }

   private:
    void skip() {
      while (at_ && !at_.is_object()) at_ = at_.next();
    }
    Value at_;
  };
  Iterator begin() const { return Iterator(first_); }
  Iterator end() const { return Iterator({}); }
  size_t size() const { return static_cast<size_t>(std::distance(begin(), end())); }

 private:
  Value first_;
};

/// A call of `ecs:runTask` in any pattern, or of `aws-sdk:ecs:runTask`.
struct RunTask {
  const asl::State* state = nullptr;
  const asl::Resource& resource;
  /// The object of Parameters or Arguments; absent if there is none or if it is an expression.
  Value payload;

  bool sdk() const { return resource.kind == asl::ResourceKind::aws_sdk; }
  bool jsonata() const { return state->jsonata(); }
  asl::QueryLanguage language() const { return state->language; }

  /// The member of `object`, literal or dynamic; absent if it does not exist.
  asl::Parameter get(Value object, std::string_view name) const;
  asl::Parameter get(std::string_view name) const { return get(payload, name); }
  /// The value of a member that the definition spells out; absent for expressions and placeholders.
  Value literal(Value object, std::string_view name) const { return get(object, name).literal(); }
  Value literal(std::string_view name) const { return literal(payload, name); }
  /// A string that is spelled out whole: no expression, no placeholder in it.
  std::optional<std::string_view> text(Value object, std::string_view name) const;
  std::optional<std::string_view> text(std::string_view name) const { return text(payload, name); }
  /// Whether `object` is an object that certainly has no such member. A name in another case counts as there,
  /// since service/parameter-case speaks of it.
  bool lacks(Value object, std::string_view name) const;
  bool lacks(std::string_view name) const { return lacks(payload, name); }

  /// The object Overrides; absent where it is not spelled out.
  Value overrides() const { return overrides_; }
  /// The objects of Overrides.ContainerOverrides.
  Objects containers() const { return containers_; }
  /// The objects of an array member of `object`: Environment, PlacementConstraints, Tags, ...
  Objects items(Value object, std::string_view name) const { return Objects(literal(object, name)); }
  Objects items(std::string_view name) const { return items(payload, name); }

  RunTask(const asl::State& of, Value arguments);

 private:
  // Read once: most rules ask for them.
  Value overrides_;
  Objects containers_;
};

/// Null if the state does not start an ECS task, or if a placeholder hides what it does. Lives as long as the
/// machine.
const RunTask* run_task(const asl::State& state);
/// The same for the optimized integration only.
const RunTask* optimized_run_task(const asl::State& state);

/// The hook `state` of a rule about ECS tasks, which says `.about = ecs_run_task`.
template <void (*check)(const RunTask&, Report&)>
void on_run_task(const asl::State& state, Report& report) {
  if (const RunTask* task = run_task(state)) check(*task, report);
}
/// The same for the optimized integration only.
template <void (*check)(const RunTask&, Report&)>
void on_optimized_run_task(const asl::State& state, Report& report) {
  if (const RunTask* task = optimized_run_task(state)) check(*task, report);
}

inline constexpr About ecs_run_task{.call = "ecs:runTask"};

/// The name of a container override for messages: `app`; empty if it is not spelled out.
std::string_view container_name(const RunTask& task, Value container);

/// For `machine.derive`: a fact about a task that many rules ask for. All rules look at one task before the
/// next one comes, so the fact is kept for one task only.
template <typename T, void (*find)(const RunTask&, T&)>
class OfRunTask {
 public:
  explicit OfRunTask(const asl::Machine&) {}
  const T& of(const RunTask& task) const {
    if (task_ != &task) find(task, fact_);
    task_ = &task;
    return fact_;
  }

 private:
  mutable const RunTask* task_ = nullptr;
  mutable T fact_;
};

/// All strings of the payload, literal ones and expressions, each as the member or item that it is. They stay
/// until those of another task are asked for.
const std::vector<asl::Parameter>& strings(const RunTask& task);

}  // namespace sfn::schemas::ecs
