#include "rules/jsonata/shared/known_calls.h"

namespace sfn::rules::jsonata {

std::vector<KnownCall> known_calls(const asl::Expression& expression) {
  std::vector<KnownCall> known;
  const auto* tree = sound_tree(expression);
  if (!tree) return known;
  for (auto& call : asl::jsonata::calls(*tree)) {
    const auto* function = asl::jsonata::find_function(call.name);
    if (!function || call.local || function->origin == asl::jsonata::Origin::missing) continue;
    if (!may_be_variable(expression, call.name)) known.push_back({std::move(call), function});
  }
  return known;
}

bool functions_are_usual(const asl::Expression& expression) {
  const auto* tree = sound_tree(expression);
  if (!tree) return false;
  for (const auto& call : asl::jsonata::calls(*tree))
    if (asl::jsonata::find_function(call.name) && (call.local || may_be_variable(expression, call.name)))
      return false;
  return true;
}

}  // namespace sfn::rules::jsonata
