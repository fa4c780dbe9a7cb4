// Argument kinds, for literals alone.
#include <fmt/core.h>

#include "rules/jsonata/shared/known_calls.h"

namespace sfn::rules::jsonata::argument_type {

namespace {

using asl::jsonata::NodeIndex;
using asl::jsonata::NodeKind;
using asl::jsonata::Parameter;
using asl::jsonata::Tree;
using asl::jsonata::ValueKind;

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

void check(const asl::Expression& expression, Report& report) {
  for (const KnownCall& known : known_calls(expression)) {
    if (!placed(known) || known.call.given < known.function->least) continue;
    const Tree& tree = *sound_tree(expression);
    const size_t first = known.call.applied ? 1 : 0;
    for (size_t i = 0; i < known.call.arguments.size(); ++i) {
      const NodeIndex argument = known.call.arguments[i];
      const Parameter& parameter = known.function->parameters[first + i];
      if (!is_literal(tree, argument)) continue;
      const ValueKind kind = asl::jsonata::result_kind(tree, argument);
      if (accepts(parameter, kind)) continue;
      report.add(place(expression, argument), fmt::format("`${}` takes {} here, not {}", known.function->name,
                                                          wanted(parameter), asl::jsonata::describe(kind)));
    }
  }
}

constexpr Example examples[] = {
    {"text where a number belongs",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $range(1, «'5'», 1) %}", "End": true})json"},
    {"a number where text belongs",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $parse(«5») %}", "End": true})json"},
    {"what is not known before the execution",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $range(1, $states.input.n, 1) %}", "End": true})json"},
    {"the right kinds",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $substring('abc', -2, 1) & $string(5) & $join(['a'], ',') %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/argument-type",
    .severity = Severity::error,
    .summary = "a literal of a kind that a function does not take",
    .why =
        "Functions check the kinds of their arguments: the state fails with `States.QueryEvaluationError` "
        "(`T0410: Argument 1 of function \"parse\" does not match function signature`).",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .expression = check,
};

}  // namespace sfn::rules::jsonata::argument_type
