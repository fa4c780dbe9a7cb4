#include "rules/jsonata/shared/call_faults.h"

#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/intrinsic/checks.h"
#include "lint/wording.h"

namespace sfn::rules::jsonata {

namespace {

using asl::jsonata::Function;
using asl::jsonata::NodeIndex;
using asl::jsonata::NodeKind;
using asl::jsonata::Parameter;
using asl::jsonata::Tree;
using asl::jsonata::ValueKind;

// A catcher runs after an error alone, a choice rule if none before it holds, and its fields if it does.
bool construct_may_be_passed_over(const asl::Expression& expression) {
  const asl::Construct& construct = expression.construct;
  if (construct.is(asl::ConstructKind::catcher)) return true;
  if (!construct.is(asl::ConstructKind::choice_rule)) return false;
  return expression.field->name != "Condition" ||
         !(construct.value == construct.value.parent().first_child());
}

std::string arguments(unsigned count) { return wording::count(count, "argument"); }

std::string wanted(const Function& function) {
  const unsigned least = function.least, most = function.most;
  if (most == 0) return "no arguments";
  if (most == Function::unlimited) return fmt::format("at least {}", arguments(least));
  if (least == most) return arguments(most);
  if (least == 0) return fmt::format("at most {}", arguments(most));
  return fmt::format("{} {} {} arguments", least, most == least + 1 ? "or" : "to", most);
}

bool is_literal(const Tree& tree, NodeIndex node) {
  const NodeKind kind = tree[node].kind;
  return kind == NodeKind::string || kind == NodeKind::number || kind == NodeKind::literal ||
         kind == NodeKind::object || (kind == NodeKind::negate && asl::jsonata::constant_number(tree, node));
}

bool accepts(const Parameter& parameter, ValueKind kind) {
  return (parameter.accepts & static_cast<unsigned>(kind)) != 0;
}

std::string wanted(const Parameter& parameter) {
  std::string text;
  for (unsigned bit = 1; bit <= static_cast<unsigned>(ValueKind::function); bit *= 2)
    if ((parameter.accepts & bit) != 0)
      text += (text.empty() ? "" : " or ") + std::string(asl::jsonata::describe(static_cast<ValueKind>(bit)));
  return text;
}

// With an argument left out at the front, the others move.
bool placed(const KnownCall& known) {
  return !known.call.partial && known.function->most != asl::jsonata::Function::unlimited &&
         known.call.given <= known.function->most &&
         (!known.function->parameters[0].context || known.call.given == known.function->most);
}

void check_name(const asl::Expression& expression, NodeIndex node, Report& report) {
  const auto& tree = *sound_tree(expression);
  if (tree[node].kind != asl::jsonata::NodeKind::string) return;
  const std::string name = tree.string_value(node);
  const auto algorithms = asl::intrinsic::hash_algorithms();
  if (std::find(algorithms.begin(), algorithms.end(), name) != algorithms.end()) return;
  const Place inside = expression.at(tree[node].begin + 1, tree[node].end - 1);
  const auto meant = asl::intrinsic::nearest_hash_algorithm(name);
  std::string message = fmt::format("`$hash` does not support the algorithm `{}`", name);
  message += meant ? fmt::format("; did you mean `{}`?", *meant)
                   : std::string("; use `MD5`, `SHA-1`, `SHA-256`, `SHA-384` or `SHA-512`");
  Diagnostic& found = report.add(place(expression, node), std::move(message));
  if (meant) found.offer(fmt::format("write `{}`", *meant), replace_text(inside, std::string(*meant)));
}

}  // namespace

Evaluated evaluated(const asl::Expression& expression, NodeIndex node) {
  const bool surely = !construct_may_be_passed_over(expression) &&
                      asl::jsonata::always_evaluated(*sound_tree(expression), node);
  return surely ? Evaluated::surely : Evaluated::maybe;
}

void report_eval(const asl::Expression& expression, Evaluated when, Report& report) {
  const auto* tree = sound_tree(expression);
  if (!tree) return;
  for (const auto& call : asl::jsonata::calls(*tree))
    if (call.name == "eval" && !call.local && evaluated(expression, call.node) == when)
      report
          .add(place(expression, call.function),
               "Step Functions does not support `$eval`; use `$parse` to read JSON from a string")
          .offer_unsafe("write `$parse`", replace_text(place(expression, call.function), "$parse"));
}

void report_arity(const asl::Expression& expression, Evaluated when, Report& report) {
  for (const KnownCall& known : known_calls(expression)) {
    if (evaluated(expression, known.call.node) != when) continue;
    const Function& function = *known.function;
    const bool many = function.most != Function::unlimited && known.call.given > function.most;
    if (known.call.given >= function.least && !many) continue;
    report.add(place(expression, known.call.function),
               fmt::format("`${}` takes {}, not {}", function.name, wanted(function), known.call.given));
  }
}

void report_argument_type(const asl::Expression& expression, Evaluated when, Report& report) {
  for (const KnownCall& known : known_calls(expression)) {
    if (evaluated(expression, known.call.node) != when) continue;
    if (!placed(known) || known.call.given < known.function->least) continue;
    const Tree& tree = *sound_tree(expression);
    const size_t first = known.call.applied ? 1 : 0;
    for (size_t i = 0; i < known.call.arguments.size(); ++i) {
      const NodeIndex argument = known.call.arguments[i];
      const Parameter& parameter = known.function->parameters[first + i];
      if (!is_literal(tree, argument)) continue;
      const ValueKind kind = asl::jsonata::result_kind(tree, argument);
      if (accepts(parameter, kind)) continue;
      report.add(place(expression, argument), fmt::format("`${}` needs {} here, not {}", known.function->name,
                                                          wanted(parameter), asl::jsonata::describe(kind)));
    }
  }
}

void report_hash_algorithm(const asl::Expression& expression, Evaluated when, Report& report) {
  for (const KnownCall& known : known_calls(expression))
    if (known.function->name == "hash" && known.call.given == 2 && !known.call.arguments.empty() &&
        evaluated(expression, known.call.node) == when)
      check_name(expression, known.call.arguments.back(), report);
}

}  // namespace sfn::rules::jsonata
