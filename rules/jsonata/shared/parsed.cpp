#include "rules/jsonata/shared/parsed.h"

#include "lint/asl/variables.h"

namespace sfn::rules::jsonata {

namespace {

using asl::jsonata::NodeIndex;
using asl::jsonata::Tree;

}  // namespace

const Tree* sound_tree(const asl::Expression& expression) {
  const asl::JsonataExpression* jsonata = expression.jsonata();
  return jsonata && !jsonata->fault ? &jsonata->tree : nullptr;
}

Place place(const asl::Expression& expression, NodeIndex node) {
  const auto& at = expression.jsonata()->tree[node];
  return expression.at(at.begin, at.end);
}

Place token_place(const asl::Expression& expression, NodeIndex node) {
  const auto& at = expression.jsonata()->tree[node];
  return expression.at(at.token_begin, at.token_end);
}

std::vector<StatesUse> states_uses(const asl::Expression& expression) {
  std::vector<StatesUse> found;
  const Tree* tree = sound_tree(expression);
  if (!tree || tree->text().find("$states") == std::string_view::npos) return found;
  for (const auto& use : asl::jsonata::free_variables(*tree))
    if (use.name == "states") found.push_back({use.node, asl::jsonata::members_behind(*tree, use.node)});
  return found;
}

std::vector<StatesUse> states_uses(const asl::Expression& expression, std::string_view name) {
  std::vector<StatesUse> found;
  for (StatesUse& use : states_uses(expression))
    if (!use.members.empty() && use.members.front().name == name) found.push_back(std::move(use));
  return found;
}

bool in_output_or_assign(const asl::Expression& expression) {
  return expression.field->name == "Output" || expression.field->name == "Assign";
}

bool may_be_variable(const asl::Expression& expression, std::string_view name) {
  if (!expression.state()) return true;
  const asl::Variables& variables = expression.state()->machine().variables();
  return variables.open() || variables.assigned_anywhere(name);
}

}  // namespace sfn::rules::jsonata
