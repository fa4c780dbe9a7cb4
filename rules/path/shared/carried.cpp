#include "rules/path/shared/carried.h"

#include <algorithm>
#include <deque>

#include "lint/asl/path/path.h"
#include "lint/asl/payload.h"
#include "rules/path/shared/data.h"

namespace sfn::rules::path {

namespace {

using asl::State;
using asl::StateType;
using asl::Transition;
using asl::TransitionKind;

Names members(Value object) {
  if (!object.is_object() || object.open()) return {};
  Names found{false};
  for (const Value member : object) found.add(asl::parameter(member, asl::QueryLanguage::jsonpath).name);
  return found;
}

Names members(schemas::Shape shape) {
  if (!shape) return {};
  Names found{false, {"SdkHttpMetadata", "SdkResponseMetadata"}};
  for (const schemas::Member member : shape.members()) found.add(member.name());
  return found;
}

bool is_whole(Value path) { return !path || path.literal() == "$"; }

// What a path field such as InputPath leaves.
Names through(Value path, Names data) {
  if (is_whole(path)) return data;
  return path.is_null() ? Names{false, {}, data.replaced_by} : Names{};
}

// A list has no names at all. With a ResultWriter or a placeholder a Map gives something else.
Names list_result(const State& state) {
  return state.value.has("ResultWriter") || state.value.open() ? Names{} : Names{false};
}

Names made_by(const State& state, Names names) {
  names.replaced_by = names.anything ? nullptr : &state;
  return names;
}

Names pass_result(const State& state, const Names& input) {
  if (const Value result = state["Result"])
    return made_by(state, result.is_object() || result.is_array() ? members(result) : Names{});
  if (const Value parameters = state["Parameters"]) return made_by(state, members(parameters));
  return input;
}

Names result(const State& state, const Names& input) {
  if (state.value.open()) return {};
  if (const Value selector = state["ResultSelector"]) return made_by(state, members(selector));
  switch (state.type) {
    case StateType::pass:
      return pass_result(state, input);
    case StateType::parallel:
    case StateType::map:
      return made_by(state, list_result(state));
    case StateType::task:
      return made_by(state, members(known_result(state)));
    default:
      return {};
  }
}

// The name at the top of the data that a ResultPath such as `$.run.result` writes; empty if it is not
// certain.
std::string_view written_name(Value path) {
  const auto text = path.literal();
  if (!text) return {};
  const auto parsed = asl::path::parse(*text);
  if (!parsed || parsed.path.root != asl::path::Root::data || parsed.path.steps.empty()) return {};
  const asl::path::Step& first = parsed.path.steps.front();
  const std::string_view name = text->substr(first.name.begin, first.name.end - first.name.begin);
  // A name with escapes does not outlive `parsed`.
  const bool plain = first.kind == asl::path::Step::Kind::member && name == first.text;
  return plain ? name : std::string_view();
}

// The input with the result where ResultPath puts it.
Names placed(const State& state, Names input, const Names& effective) {
  const Value path = state["ResultPath"];
  if (path.is_null()) return input;
  if (is_whole(path)) return result(state, effective);
  const std::string_view name = written_name(path);
  if (name.empty()) return {};
  input.add(name);
  return input;
}

Names after(const State& state, const Names& input) {
  if (state.jsonata() || state.is(StateType::unknown)) return {};
  const Names effective = through(state["InputPath"], input);
  if (state.is(StateType::choice) || state.is(StateType::wait))
    return through(state["OutputPath"], effective);
  return through(state["OutputPath"], placed(state, input, effective));
}

// What a Catcher hands on is errors/catch-overwrites-input's matter.
Names along(const Transition& transition, const Names& input, const Names& output) {
  if (transition.kind != TransitionKind::catcher) return output;
  return transition.holder["ResultPath"].is_null() && is_whole(transition.from->value["OutputPath"])
             ? input
             : Names{};
}

// Whether `into` grew.
bool join(Names& into, const Names& more) {
  const Names before = into;
  into.anything = into.anything || more.anything;
  if (into.anything) into = Names{};
  else
    for (const std::string_view name : more.names) into.add(name);
  if (into.replaced_by != more.replaced_by) into.replaced_by = nullptr;
  return !(before == into);
}

}  // namespace

bool Names::may_have(std::string_view name) const {
  return anything || std::binary_search(names.begin(), names.end(), name);
}

void Names::add(std::string_view name) {
  if (anything) return;
  const auto at = std::lower_bound(names.begin(), names.end(), name);
  if (at != names.end() && *at == name) return;
  names.insert(at, name);
  if (names.size() > most) *this = Names{};
}

Carried::Carried(const asl::Scope& scope) {
  if (!scope.start || scope.open()) return;
  into_[scope.start] = {};
  std::deque<const State*> waiting{scope.start};
  while (!waiting.empty()) {
    const State* state = waiting.front();
    waiting.pop_front();
    const Names input = into_[state];
    const Names output = after(*state, input);
    for (const Transition& transition : state->transitions) {
      if (!transition.to) continue;
      const auto [at, fresh] = into_.try_emplace(transition.to, along(transition, input, output));
      if (fresh || join(at->second, along(transition, input, output))) waiting.push_back(transition.to);
    }
  }
}

std::optional<Names> Carried::into(const State& state) const {
  const auto found = into_.find(&state);
  return found == into_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sfn::rules::path
