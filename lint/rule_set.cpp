#include "lint/rule_set.h"

#include <algorithm>

#include "lint/asl/expression.h"
#include "lint/asl/machine.h"

namespace sfn {

namespace {

constexpr asl::QueryLanguage languages[] = {asl::QueryLanguage::jsonpath, asl::QueryLanguage::jsonata};

void add_by_language(const Rule& rule, std::array<Rules, 2>& rules) {
  for (const asl::QueryLanguage language : languages)
    if (rule.about.languages.has(language)) rules[static_cast<size_t>(language)].push_back(&rule);
}

}  // namespace

static_assert(static_cast<size_t>(asl::StateType::map) == 8);
static_assert(asl::construct_kinds == 22);
static_assert(static_cast<size_t>(asl::ExpressionKind::jsonata) == 4);

template <typename Kind, size_t count>
void RuleSet::Index<Kind, count>::add(const Rule& rule, Kinds<Kind> kinds) {
  empty_ = false;
  for (size_t kind = 0; kind < count; ++kind)
    if (kinds.has(static_cast<Kind>(kind))) add_by_language(rule, rules_[kind]);
}

template <typename Kind, size_t count>
const Rules& RuleSet::Index<Kind, count>::of(Kind kind, asl::QueryLanguage language) const {
  return rules_[static_cast<size_t>(kind)][static_cast<size_t>(language)];
}

void RuleSet::add_node_rule(const Rule& rule) {
  has_nodes_ = true;
  for (size_t kind = 0; kind < nodes_.size(); ++kind)
    if (rule.about.values.has(static_cast<Kind>(kind))) nodes_[kind].push_back(&rule);
}

void RuleSet::add_state_rule(const Rule& rule) {
  const std::string_view call = rule.about.call;
  if (call.empty()) return states_.add(rule, rule.about.states);
  const size_t colon = call.find(':');
  const std::string_view service = call.substr(0, colon);
  const std::string_view action = colon == call.npos ? std::string_view() : call.substr(colon + 1);
  const auto known = std::find_if(calls_.begin(), calls_.end(), [&](const CallRules& one) {
    return one.service == service && one.action == action;
  });
  CallRules& rules = known != calls_.end() ? *known : calls_.emplace_back(CallRules{service, action});
  add_by_language(rule, rules.by_language);
}

RuleSet::RuleSet(std::span<const Rule* const> rules) : all_(rules.begin(), rules.end()) {
  for (const Rule* rule : rules) {
    if (rule->syntax) syntax.push_back(rule);
    if (rule->document) document.push_back(rule);
    if (rule->value) value.push_back(rule);
    if (rule->policy) policy.push_back(rule);
    if (rule->resource) resource.push_back(rule);
    if (rule->node) add_node_rule(*rule);
    if (rule->machine) machine.push_back(rule);
    if (rule->scope) scope.push_back(rule);
    if (rule->state) add_state_rule(*rule);
    if (rule->construct) constructs_.add(*rule, rule->about.constructs);
    if (rule->expression) expressions_.add(*rule, rule->about.expressions);
    if (rule->suppression) suppression.push_back(rule);
  }
}

bool RuleSet::contains(const Rule& rule) const {
  return std::find(all_.begin(), all_.end(), &rule) != all_.end();
}

const Rules& RuleSet::of(asl::StateType type, asl::QueryLanguage language) const {
  return states_.of(type, language);
}

const Rules& RuleSet::of(asl::ConstructKind kind, asl::QueryLanguage language) const {
  return constructs_.of(kind, language);
}

const Rules& RuleSet::of(asl::ExpressionKind kind, asl::QueryLanguage language) const {
  return expressions_.of(kind, language);
}

}  // namespace sfn
