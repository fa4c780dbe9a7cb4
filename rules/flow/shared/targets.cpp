#include "rules/flow/shared/targets.h"

#include <fmt/core.h>

#include <unordered_set>
#include <vector>

#include "lint/json/string.h"
#include "lint/nearest.h"

namespace sfn::rules::flow {

namespace {

// In larger scopes no state is guessed: each wrong name is compared with every right one.
constexpr size_t most_states = 1000;

bool same_but_blanks_and_case(std::string_view a, std::string_view b) {
  const auto fold = [](std::string_view text) {
    std::string folded;
    for (const char c : text)
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '_' && c != '-') folded += c;
    return folded;
  };
  return equal_without_case(fold(a), fold(b));
}

// The scopes in which the name of a state holds a placeholder.
struct TemplatedNames {
  explicit TemplatedNames(const asl::Machine& machine) {
    for (const asl::Scope& scope : machine.scopes())
      for (const Value state : scope.states_value)
        if (state.name().find("${") != std::string_view::npos) scopes.insert(&scope);
  }
  std::unordered_set<const asl::Scope*> scopes;
};

}  // namespace

Meant meant(const asl::Scope& scope, std::string_view name) {
  if (scope.states.size() > most_states) return {};
  std::vector<std::string_view> names;
  const asl::State* like = nullptr;
  for (const asl::State* state : scope.states) {
    if (!like && same_but_blanks_and_case(state->name, name)) like = state;
    names.push_back(state->name);
  }
  if (like) return {like, Likeness::blank_or_case};
  if (const auto near = nearest(name, names)) return {scope.find(*near), Likeness::near};
  return {};
}

bool is_broken(const asl::Scope& scope, Value target, const asl::State* to) {
  const auto name = target.literal();
  if (!name || to || !scope.states_value || scope.open() || name->find("{%") != std::string_view::npos)
    return false;
  if (scope.states_value.has(*name)) return false;  // what stands there is no state: told elsewhere
  return scope.machine->derive<TemplatedNames>().scopes.count(&scope) == 0;
}

const asl::State* elsewhere(const asl::Machine& machine, const asl::Scope& scope, std::string_view name) {
  for (const asl::Scope& other : machine.scopes())
    if (&other != &scope)
      if (const asl::State* state = other.find(name)) return state;
  return nullptr;
}

std::string describe_target(const asl::Scope& scope, std::string_view name, Meant meant) {
  if (meant.state) return fmt::format("no state is called `{}`; did you mean `{}`?", name, meant.state->name);
  if (elsewhere(*scope.machine, scope, name))
    return fmt::format("state `{}` is not in this {}", name,
                       scope.kind == asl::ScopeKind::machine  ? "level"
                       : scope.kind == asl::ScopeKind::branch ? "branch"
                                                              : "item processor");
  return fmt::format("no state is called `{}`", name);
}

void fix_target(Diagnostic& found, Value target, Meant meant) {
  if (!meant.state) return;
  found.offer(fmt::format("change to `{}`", meant.state->name),
              meant.likeness == Likeness::blank_or_case ? Safety::safe : Safety::unsafe,
              {set_value(target, json::quote(meant.state->name))});
}

}  // namespace sfn::rules::flow
