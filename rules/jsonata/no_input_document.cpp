#include <fmt/core.h>

#include <algorithm>
#include <cctype>

#include "rules/jsonata/shared/parsed.h"

namespace sfn::rules::jsonata::no_input_document {

namespace {

using asl::Expression;
using asl::jsonata::Document;
using asl::jsonata::DocumentUse;
using asl::jsonata::NodeKind;
using asl::jsonata::Tree;

struct Better {
  std::string text;  // what to write instead of the token
  std::string_view why;
};

std::string_view first_member(const Tree& tree, const DocumentUse& use) {
  const auto members = asl::jsonata::members_behind(tree, use.node);
  return members.empty() ? std::string_view() : members.front().name;
}

bool is_states_member(std::string_view name) {
  return name == "input" || name == "context" || name == "result" || name == "errorOutput";
}

bool is_context_field(std::string_view name) {
  return name == "Execution" || name == "State" || name == "StateMachine" || name == "Task" || name == "Map";
}

Better better_dollar(const Tree& tree, const DocumentUse& use) {
  const std::string_view next = first_member(tree, use);
  if (next == "states") return {"$states.input", "`$` is undefined here"};
  if (use.what == Document::double_dollar && is_context_field(next))
    return {"$states.context", "`$$` belongs to JSONPath; the context object is `$states.context`"};
  return {"$states.input", use.what == Document::dollar ? "`$` is undefined here; use `$states.input`"
                                                        : "`$$` is undefined here; use `$states.input`"};
}

// The whole of what a use stands for, with the text that it should be; empty where that is not plain.
std::string better_field(const Expression& expression, const Tree& tree, const DocumentUse& use) {
  if (use.key) return fmt::format("\"{}\"", use.name);
  if (use.called) {
    const auto function = asl::jsonata::find_function(use.name);
    return function ? fmt::format("${}", use.name) : std::string();
  }
  if (use.name == "states" && is_states_member(first_member(tree, use))) return "$states";
  const bool plain = tree[use.node].kind == NodeKind::name;
  if (plain && expression.state() && !tree.token(use.node).starts_with('`') &&
      may_be_variable(expression, use.name))
    return fmt::format("${}", use.name);
  return fmt::format("$states.input.{}", tree.token(use.node));
}

std::string describe(const DocumentUse& use, const std::string& better) {
  if (use.key)
    return fmt::format("`{}` is read as the name of a field; quote it to use it as a key: `{}`", use.name,
                       better);
  if (use.called && better.empty()) return fmt::format("`{}` is called without its `$`", use.name);
  if (use.called) return fmt::format("`{}` is called without its `$`; did you mean `{}`?", use.name, better);
  return fmt::format("`{}` reads an input document, which does not exist here; did you mean `{}`?", use.name,
                     better);
}

// `$states.input.a-b` and `States.Format(...)` have rules of their own.
bool has_own_rule(const Tree& tree, const DocumentUse& use) {
  const auto& node = tree[use.node];
  for (const auto& hyphen : asl::jsonata::hyphens(tree))
    if (node.begin >= hyphen.begin && node.begin < hyphen.end) return true;
  for (const auto& intrinsic : asl::jsonata::intrinsics(tree))
    if (node.begin == tree[intrinsic.node].begin) return true;
  return false;
}

void check_use(const Expression& expression, const Tree& tree, const DocumentUse& use, Report& report) {
  const Place at = place(expression, use.node);
  if (use.what == Document::wildcard) {
    report.add(at, "`*` has no input document here; use `$states.input.*`");
  } else if (use.what != Document::field) {
    const Better better = better_dollar(tree, use);
    report.add(at, std::string(better.why))
        .offer_unsafe(fmt::format("write `{}`", better.text), replace_text(at, better.text));
  } else {
    const std::string better = better_field(expression, tree, use);
    Diagnostic& found = report.add(at, describe(use, better));
    if (!better.empty()) found.offer_unsafe(fmt::format("write `{}`", better), replace_text(at, better));
  }
}

void check(const Expression& expression, Report& report) {
  const Tree* tree = sound_tree(expression);
  if (!tree) return;
  for (const DocumentUse& use : asl::jsonata::document_uses(*tree))
    if (!has_own_rule(*tree, use)) check_use(expression, *tree, use, report);
}

constexpr Example examples[] = {
    {"a bare name",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «customer».id %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.customer.id %}", "End": true})"},
    {"`states` without its `$`",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «states».input.prompt %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.prompt %}", "End": true})"},
    {"a path", R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «$».order.id %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.order.id %}", "End": true})"},
    {"a path of the context object",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «$$».Execution.Id %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.context.Execution.Id %}", "End": true})"},
    {"a function without its `$`",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% «count»($states.input.list) %}", "End": true})json",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $count($states.input.list) %}", "End": true})json"},
    {"a key without quotes",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% {«id»: 1} %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% {\"id\": 1} %}", "End": true})"},
    {"a variable without its `$`",
     R"({"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"n": 1}, "Next": "B"}, "B": {"Type": "Pass", "Output": "{% «n» + 1 %}", "End": true}}})",
     R"({"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"n": 1}, "Next": "B"}, "B": {"Type": "Pass", "Output": "{% $n + 1 %}", "End": true}}})"},
    {"names that have a context",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.list[price > 5 and $.ok].{'id': id}^(id) %}", "End": true})json"},
    {"inside a function",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $map($states.input.list, function($i) { $i.id }) %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/no-input-document",
    .severity = Severity::error,
    .summary = "a name or `$` that reads an input document, which does not exist in Step Functions",
    .why =
        "Expressions can read only `$states` and variables. A name without `$`, or `$` itself, has a value "
        "only inside filters, later steps of a path and functions. Elsewhere it has no value, and the "
        "state fails when it runs, with `States.QueryEvaluationError`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::no_input_document
