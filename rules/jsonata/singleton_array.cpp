#include <fmt/core.h>

#include <unordered_map>

#include "rules/jsonata/shared/known_calls.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::jsonata::singleton_array {

using namespace schemas;

namespace {

using asl::Expression;
using asl::jsonata::NodeIndex;
using asl::jsonata::NodeKind;
using asl::jsonata::Tree;

// Collects the members of a task's parameters that must be lists and are expressions.
class Lists : public schemas::Visitor {
 public:
  void member(const asl::Parameter& parameter, schemas::Member member) override {
    if (parameter.dynamic && member.shape().type() == schemas::Type::list)
      names_.emplace(parameter.value.id(), member.name());
  }
  /// The name of the parameter that a value is; empty if it is none of them.
  std::string_view name(Value value) const {
    const auto found = names_.find(value.id());
    return found == names_.end() ? std::string_view() : found->second;
  }

 private:
  std::unordered_map<NodeId, std::string_view> names_;
};

// `[]` behind a path keeps a list a list; a call goes into brackets.
Fix fixed(const Expression& expression, const Tree& tree) {
  const auto& root = tree[tree.root()];
  const bool path =
      root.kind == NodeKind::step || root.kind == NodeKind::filter || root.kind == NodeKind::sort;
  const std::string written(tree.text(tree.root()));
  const std::string better = path ? written + "[]" : fmt::format("[{}]", written);
  return {fmt::format("write `{}`", better),
          Safety::safe,
          {replace_text(place(expression, tree.root()), better)}};
}

void check_list(const Expression& expression, std::string_view name, Report& report) {
  const Tree* tree = sound_tree(expression);
  if (!tree || !functions_are_usual(expression)) return;
  const auto part = asl::jsonata::may_unwrap(*tree, tree->root());
  if (!part) return;
  report
      .add(place(expression, *part),
           fmt::format("this returns a bare value when there is exactly one match, but `{}` needs a list",
                       name))
      .fix = fixed(expression, *tree);
}

bool is_items(const Expression& expression) {
  return expression.field->content == asl::Content::items &&
         expression.value.parent() == expression.construct.value;
}

void check(const asl::State& state, Report& report) {
  Lists lists;
  if (const auto call = schemas::find_call(state)) schemas::visit(*call, lists);
  for (const Expression& expression : state.machine().expressions(state)) {
    if (is_items(expression)) check_list(expression, "Items", report);
    else if (const auto name = lists.name(expression.value); !name.empty())
      check_list(expression, name, report);
  }
}

constexpr Example examples[] = {
    {"the items of a Map",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "Items": "{% $states.input.«orders[open]» %}", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "Items": "{% $states.input.orders[open][] %}", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})"},
    {"a command of a container",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync", "Arguments": {"Cluster": "c", "TaskDefinition": "web", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command": "{% «$map($states.input.args, $string)» %}"}]}}, "End": true})json",
     R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask.sync", "Arguments": {"Cluster": "c", "TaskDefinition": "web", "Overrides": {"ContainerOverrides": [{"Name": "app", "Command": "{% [$map($states.input.args, $string)] %}"}]}}, "End": true})json"},
    {"lists that stay lists",
     R"json({"Type": "Map", "QueryLanguage": "JSONata", "Items": "{% [$states.input.orders[open]] %}", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})json"},
    {"a field by itself",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "Items": "{% $states.input.orders %}", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/singleton-array",
    .severity = Severity::warning,
    .summary = "a list that becomes a bare value when it has one item",
    .why =
        "If a filter, a mapping or a wildcard has exactly one result, JSONata returns it without a list "
        "around it. The field then receives a string or an object where it needs a list, and the state "
        "fails, but only for such data.",
    .see = "https://docs.jsonata.org/predicate#singleton-array-and-value-equivalence",
    .examples = examples,
    .about = {.languages = asl::QueryLanguage::jsonata},
    .state = check,
};

}  // namespace sfn::rules::jsonata::singleton_array
