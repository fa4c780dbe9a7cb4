#include "schemas/call/token.h"

#include <algorithm>
#include <string>
#include <vector>

#include "schemas/call/integration.h"
#include "schemas/call/token_source.h"

namespace sfn::schemas {

namespace {

using asl::Expression;
using asl::ExpressionKind;
using asl::path::Root;

// `$$`, `$$.Task` and `$$.Task.Token...` all hold the token.
bool holds_token(const asl::path::Path& path) {
  if (path.root != Root::context) return false;
  if (path.steps.empty() || asl::path::is_context(path, {"Task"})) return true;
  return asl::path::begins_with(path, Root::context, {"Task", "Token"}) || asl::path::may_match_many(path);
}

bool reads_token(const asl::intrinsic::Call& call) {
  bool found = false;
  asl::intrinsic::each_path(call, [&](const asl::path::Path& path) { found = found || holds_token(path); });
  return found;
}

// `$states`, `$states.context` and `$states.context.Task`, used whole, hold the token as well as the token
// itself.
bool reads_token(std::string_view jsonata) {
  for (size_t at = 0; (at = jsonata.find("$states", at)) != jsonata.npos;) {
    std::string_view rest = jsonata.substr(at += std::string_view("$states").size());
    for (const std::string_view step : {".context", ".Task", ".Token"}) {
      if (!rest.starts_with('.')) return true;
      if (!rest.starts_with(step)) break;
      rest.remove_prefix(step.size());
      if (step == ".Token") return true;
    }
  }
  return jsonata.find("Task.Token") != jsonata.npos;
}

bool unparsed(const Expression& expression) {
  if (const auto* path = expression.path()) return path->fault.has_value();
  if (const auto* call = expression.intrinsic()) return call->fault.has_value();
  if (const auto* jsonata = expression.jsonata()) return jsonata->fault.has_value();
  return expression.is(ExpressionKind::other);
}

}  // namespace

bool reads_token(const Expression& expression) {
  if (const auto* path = expression.path()) return !path->fault && holds_token(path->path);
  if (const auto* call = expression.intrinsic()) return !call->fault && reads_token(*call->call);
  if (const auto* jsonata = expression.jsonata()) return !jsonata->fault && reads_token(jsonata->tree.text());
  return false;
}

bool attempts_token(const Expression& expression) {
  if (schemas::reads_token(expression)) return false;
  const std::string text = lower(expression.value.text());
  return text.find("task.token") != text.npos ||
         (text.find('$') != text.npos && text.find("tasktoken") != text.npos);
}

namespace {

// Several rules ask the same of a state, and the search through all Assigns would be one a state.
class TokenUses {
 public:
  explicit TokenUses(const asl::Machine& machine) : by_state_(machine.states().size()) {
    const auto& all = machine.expressions();
    // A variable may hold a token only if some Assign stores one.
    stored_ = std::any_of(all.begin(), all.end(), [](const Expression& expression) {
      return expression.field->content == asl::Content::assignments && schemas::reads_token(expression);
    });
  }

  const TokenUse& of(const asl::State& state) const {
    auto& use = by_state_[state.index];
    if (!use) use = find(state);
    return *use;
  }

 private:
  TokenUse find(const asl::State& state) const {
    TokenUse use;
    const Value arguments = state.arguments();
    use.unseen = may_bring_token(state);
    for (const Expression& expression : state.machine().expressions(state)) {
      if (!expression.value.inside(arguments)) continue;
      if (!use.used && schemas::reads_token(expression)) use.used = &expression;
      if (!use.attempted && attempts_token(expression)) use.attempted = &expression;
      use.unseen = use.unseen || (unparsed(expression) && !use.attempted);
    }
    use.unseen = use.unseen || (!use.used && stored_);
    return use;
  }

  mutable std::vector<std::optional<TokenUse>> by_state_;
  bool stored_ = false;
};

}  // namespace

const TokenUse& token_use(const asl::State& state) { return state.machine().derive<TokenUses>().of(state); }

}  // namespace sfn::schemas
