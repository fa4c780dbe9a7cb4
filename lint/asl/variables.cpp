#include "lint/asl/variables.h"

#include <algorithm>

#include "lint/asl/jsonata/analysis.h"

namespace sfn::asl {

namespace {

const Names none;

std::string_view without_suffix(std::string_view name) {
  return name.substr(0, name.size() - (name.ends_with(".$") ? 2 : 0));
}

template <typename Visit>
void each_variable(const path::Path& path, const Visit& visit) {
  if (path.root == path::Root::variable) visit(path);
  for (const path::Path& inner : path.inner) each_variable(inner, visit);
}

// The variable itself, or steps and filters that begin with it: without the variable they come to nothing.
bool is_whole(const jsonata::Tree& tree, jsonata::NodeIndex variable) {
  using jsonata::NodeKind;
  jsonata::NodeIndex at = jsonata::bare(tree, tree.root());
  while (tree[at].kind == NodeKind::step || tree[at].kind == NodeKind::filter) at = tree.child(at, 0);
  return at == variable;
}

bool keep_common(std::vector<bool>& into, const std::vector<bool>& other) {
  bool changed = false;
  for (size_t i = 0; i < into.size(); ++i) {
    changed = changed || (into[i] && !other[i]);
    into[i] = into[i] && other[i];
  }
  return changed;
}

bool add_all(std::vector<bool>& into, const std::vector<bool>& other) {
  bool changed = false;
  for (size_t i = 0; i < into.size(); ++i) {
    changed = changed || (!into[i] && other[i]);
    into[i] = into[i] || other[i];
  }
  return changed;
}

}  // namespace

Variables::Variables(const Machine& machine) {
  collect_assignments(machine);
  collect_reads(machine);
  // Outer scopes stand before inner ones, so an inner scope finds the entry of its owner.
  for (const Scope& scope : machine.scopes()) flow(scope);
}

void Variables::collect_assignments(const Machine& machine) {
  for (const Construct& construct : machine.constructs()) {
    const Value assign = construct.value["Assign"];
    open_ = open_ || construct.value.open() || assign.is_opaque() || assign.open();
    if (!assign.is_object() || !find_field(construct.kind, "Assign")) continue;
    for (Value member : assign) {
      const std::string_view name = without_suffix(member.name());
      assignments_.push_back({name, member, &construct});
      by_scope_[construct.scope].insert(name);
      const size_t index = index_.try_emplace(name, index_.size()).first->second;
      by_holder_[construct.value.id()].push_back(index);
    }
  }
}

void Variables::collect_reads(const Machine& machine) {
  for (const Expression& expression : machine.expressions()) {
    if (!expression.state()) continue;
    const auto add = [&](const path::Path& path) {
      reads_.push_back({path.variable, expression.at(path.root_span), &expression, true});
    };
    if (const auto* path = expression.path(); path && !path->fault) each_variable(path->path, add);
    if (const auto* call = expression.intrinsic(); call && call->call)
      intrinsic::each_path(*call->call, [&](const path::Path& path) { each_variable(path, add); });
    if (const auto* parsed = expression.jsonata(); parsed && !parsed->fault) add_jsonata_reads(expression);
  }
}

void Variables::add_jsonata_reads(const Expression& expression) {
  const jsonata::Tree& tree = expression.jsonata()->tree;
  for (const jsonata::VariableUse& use : jsonata::free_variables(tree)) {
    const bool assigned = assigned_anywhere(use.name);
    if (use.name == "states" || (!assigned && (use.called || jsonata::find_function(use.name)))) continue;
    const jsonata::Node& node = tree[use.node];
    reads_.push_back({use.name, expression.at(node.begin, node.end), &expression,
                      !use.called && is_whole(tree, use.node)});
  }
}

// What is set on entry: on every way in (certain), or on some way in (possible). The first only shrink and
// the second only grow, so the rounds come to an end.
void Variables::flow(const Scope& scope) {
  if (!scope.start || (scope.owner && !reached(*scope.owner))) return;
  const Set nothing(index_.size());
  entries_[scope.start] = scope.owner ? entries_[scope.owner] : Entry{nothing, nothing};
  std::vector<const State*> waiting{scope.start};
  while (!waiting.empty()) {
    const State& state = *waiting.back();
    waiting.pop_back();
    for (const Transition& transition : state.transitions)
      if (transition.to && pass_on(state, transition)) waiting.push_back(transition.to);
  }
}

// A choice rule or catcher that is taken runs its own Assign alone; every other way out that of the state.
bool Variables::pass_on(const State& from, const Transition& transition) {
  Entry out = entries_[&from];
  if (const auto found = by_holder_.find(transition.holder.id()); found != by_holder_.end())
    for (const size_t index : found->second) out.certain[index] = out.possible[index] = true;
  const auto [target, first] = entries_.try_emplace(transition.to, out);
  if (first) return true;
  const bool fewer = keep_common(target->second.certain, out.certain);
  const bool more = add_all(target->second.possible, out.possible);
  return fewer || more;
}

bool Variables::surely_set(const State& state, std::string_view name) const {
  const auto index = index_.find(name);
  const auto entry = entries_.find(&state);
  return index != index_.end() && entry != entries_.end() && entry->second.certain[index->second];
}

bool Variables::possibly_set(const State& state, std::string_view name) const {
  const auto index = index_.find(name);
  const auto entry = entries_.find(&state);
  return index != index_.end() && entry != entries_.end() && entry->second.possible[index->second];
}

const Names& Variables::assigned_in(const Scope& scope) const {
  const auto found = by_scope_.find(&scope);
  return found == by_scope_.end() ? none : found->second;
}

bool Variables::assigned_anywhere(std::string_view name) const { return index_.count(name) > 0; }

const Scope* Variables::owner(const Scope& scope, std::string_view name) const {
  for (const Scope* at = &scope; at; at = at->parent())
    if (assigned_in(*at).count(name)) return at;
  return nullptr;
}

}  // namespace sfn::asl
