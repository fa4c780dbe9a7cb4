#include <fmt/core.h>

#include <cmath>

#include "rules/jsonata/shared/known_calls.h"
#include "rules/jsonata/shared/wanted.h"

namespace sfn::rules::jsonata::constant_type {

namespace {

using asl::Content;
using asl::Field;
using asl::jsonata::Tree;
using asl::jsonata::ValueKind;

bool fits(const asl::Expression& expression, ValueKind kind) {
  if (kind == ValueKind::unknown || kind == wanted_kind(expression)) return true;
  const bool object_items = expression.field->content == Content::items && kind == ValueKind::object;
  return object_items && takes_object_items(expression);
}

std::string_view number_kind(const Field& field) {
  return field.content == Content::integer ? "an integer" : asl::jsonata::describe(ValueKind::number);
}

std::string wanted(const asl::Expression& expression) {
  const ValueKind kind = wanted_kind(expression);
  return std::string(kind == ValueKind::number ? number_kind(*expression.field)
                                               : asl::jsonata::describe(kind));
}

bool is_number_text(std::string_view text) {
  return !text.empty() && text.size() < 10 &&
         text.find_first_not_of("0123456789") == std::string_view::npos &&
         (text.size() == 1 || text[0] != '0');
}

void report_kind(const asl::Expression& expression, const Tree& tree, ValueKind kind, Report& report) {
  const auto root = asl::jsonata::bare(tree, tree.root());
  Diagnostic& found =
      report.add(place(expression, tree.root()),
                 fmt::format("`{}` must be {}, but this expression returns {}", expression.field->name,
                             wanted(expression), asl::jsonata::describe(kind)));
  const bool text = tree[root].kind == asl::jsonata::NodeKind::string;
  if (!text) return;
  const std::string value = tree.string_value(root);
  const bool number = wanted_kind(expression) == ValueKind::number && is_number_text(value);
  const bool boolean = wanted_kind(expression) == ValueKind::boolean && (value == "true" || value == "false");
  if (number || boolean) found.offer(fmt::format("write `{}`", value), set_value(expression.value, value));
}

void check_range(const asl::Expression& expression, const Tree& tree, Report& report) {
  const Field& field = *expression.field;
  const auto number = asl::jsonata::constant_number(tree, tree.root());
  if (!number || wanted_kind(expression) != ValueKind::number) return;
  if (field.content == Content::integer && std::floor(*number) != *number)
    report.add(place(expression, tree.root()), fmt::format("`{}` must be an integer", field.name));
  else if (*number < field.min || *number > field.max)
    report.add(place(expression, tree.root()),
               fmt::format("`{}` must be {} {}", field.name, *number < field.min ? "at least" : "at most",
                           *number < field.min ? field.min : field.max));
}

void check(const asl::Expression& expression, Report& report) {
  const Tree* tree = sound_tree(expression);
  if (!tree || !is_whole_value(expression) || wanted_kind(expression) == ValueKind::unknown) return;
  const ValueKind kind = asl::jsonata::result_kind(*tree, tree->root());
  if (!fits(expression, kind)) {
    if (functions_are_usual(expression)) report_kind(expression, *tree, kind, report);
  } else {
    check_range(expression, *tree, report);
  }
}

constexpr Example examples[] = {
    {"a number in quotes",
     R"({"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% «'300'» %}", "End": true})",
     R"({"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": 300, "End": true})"},
    {"text as a condition",
     R"({"Type": "Choice", "QueryLanguage": "JSONata", "Default": "S", "Choices": [{"Condition": "{% «'a' & $x» %}", "Next": "S"}]})"},
    {"a comparison as a number",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "TimeoutSeconds": "{% «$n > 5» %}", "End": true})"},
    {"an object for the items of an inline Map",
     R"json({"Type": "Map", "QueryLanguage": "JSONata", "Items": "{% «$merge([$a, $b])» %}", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})json"},
    {"out of range",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "TimeoutSeconds": "{% «-5» %}", "End": true})"},
    {"the right kinds",
     R"json({"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Wait", "Seconds": "{% $n * 60 %}", "Next": "B"}, "B": {"Type": "Choice", "Default": "C", "Choices": [{"Condition": "{% $exists($n) and $n > 5 %}", "Next": "C"}]}, "C": {"Type": "Fail", "Cause": "{% 'n is ' & $n %}"}}})json"},
    {"values that are not known before the execution",
     R"json({"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% $lookup($a, 'b') %}", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/constant-type",
    .severity = Severity::error,
    .summary = "an expression that never returns what its field needs",
    .why =
        "The state fails when it runs, with `States.QueryEvaluationError`: the expression `returned an "
        "unexpected result type`. A number in quotes is a string.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::constant_type
