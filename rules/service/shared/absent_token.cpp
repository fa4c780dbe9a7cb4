#include "rules/service/shared/absent_token.h"

#include "lint/asl/expression.h"
#include "lint/asl/jsonata/analysis.h"
#include "lint/asl/resource.h"
#include "schemas/call/token.h"

namespace sfn::rules::service {

using namespace schemas;

namespace {

// A whole `$$` is no reference to the token (decided: real definitions pass it on).
bool names_token(const asl::Expression& expression) {
  return reads_token(expression) && expression.value.text().find("Task.Token") != std::string_view::npos;
}

bool gives_no_token(const asl::Resource& resource) {
  return resource.pattern == asl::Pattern::request_response && resource.pattern_known &&
         (resource.kind == asl::ResourceKind::integration || resource.kind == asl::ResourceKind::aws_sdk);
}

// Whether the expression is `$states.context.Task.Token` or goes on from there, so that it has no value.
bool is_bare_path(const asl::jsonata::Tree& tree) {
  using asl::jsonata::NodeKind;
  auto at = asl::jsonata::bare(tree, tree.root());
  while ((tree[at].kind == NodeKind::step || tree[at].kind == NodeKind::filter) && !tree[at].keep_array)
    at = tree.child(at, 0);
  if (tree[at].kind != NodeKind::variable || tree.name(at) != "states") return false;
  const auto members = asl::jsonata::members_behind(tree, at);
  constexpr std::string_view names[] = {"context", "Task", "Token"};
  if (members.size() < 3) return false;
  for (size_t i = 0; i < 3; ++i)
    if (members[i].name != names[i]) return false;
  return true;
}

AbsentToken outcome(const asl::Expression& expression) {
  const auto* jsonata = expression.jsonata();
  return !jsonata || is_bare_path(jsonata->tree) ? AbsentToken::fails : AbsentToken::dropped;
}

}  // namespace

void report_absent_token(const asl::State& state, AbsentToken wanted, std::string_view message,
                         Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (!gives_no_token(resource)) return;
  const Value arguments = state.arguments();
  for (const asl::Expression& expression : state.machine().expressions(state))
    if (expression.value.inside(arguments) && names_token(expression) && outcome(expression) == wanted)
      report.add(expression.value.place(), std::string(message))
          .offer_unsafe("wait for the token",
                        replace_text(resource.value.stretch(resource.text.size(), resource.text.size()),
                                     ".waitForTaskToken"));
}

}  // namespace sfn::rules::service
