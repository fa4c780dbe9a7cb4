// The chosen rules, indexed by what they are about.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace sfn {

/// Rules of the same hook, in the order in which they are called.
using Rules = std::vector<const Rule*>;

/// Built once a run. Rules are static, so only pointers are stored.
class RuleSet {
 public:
  explicit RuleSet(std::span<const Rule* const> rules);
  bool contains(const Rule& rule) const;
  std::span<const Rule* const> all() const { return all_; }

  Rules syntax, document, value, policy, resource, machine, scope, suppression;

  /// Whether any rule asks for them, so that they must be collected at all.
  bool has_nodes() const { return has_nodes_; }
  bool has_constructs() const { return !constructs_.empty(); }
  bool has_expressions() const { return !expressions_.empty(); }

  /// Rules with the hook `node`.
  const Rules& of(Kind kind) const { return nodes_[static_cast<size_t>(kind)]; }
  /// Rules with the hook `state` that ask for no call in particular.
  const Rules& of(asl::StateType type, asl::QueryLanguage language) const;
  const Rules& of(asl::ConstructKind kind, asl::QueryLanguage language) const;
  const Rules& of(asl::ExpressionKind kind, asl::QueryLanguage language) const;

  /// Rules with the hook `state` for one call, or for all of a service.
  struct CallRules {
    std::string_view service, action;  // `action` is empty for all
    std::array<Rules, 2> by_language = {};
  };
  const std::vector<CallRules>& calls() const { return calls_; }

 private:
  // By kind and language.
  template <typename Kind, size_t count>
  class Index {
   public:
    void add(const Rule& rule, Kinds<Kind> kinds);
    const Rules& of(Kind kind, asl::QueryLanguage language) const;
    bool empty() const { return empty_; }

   private:
    std::array<std::array<Rules, 2>, count> rules_;
    bool empty_ = true;
  };

  void add_node_rule(const Rule& rule);
  void add_state_rule(const Rule& rule);

  Rules all_;
  std::array<Rules, static_cast<size_t>(Kind::opaque) + 1> nodes_;
  bool has_nodes_ = false;
  Index<asl::StateType, 9> states_;
  Index<asl::ConstructKind, 22> constructs_;
  Index<asl::ExpressionKind, 5> expressions_;
  std::vector<CallRules> calls_;
};

}  // namespace sfn
