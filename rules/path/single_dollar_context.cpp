#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "lint/asl/context_object.h"
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::single_dollar_context {

namespace {

using asl::Expression;
using asl::path::Path;

bool is_named(Value value, std::string_view name) {
  const std::string_view own = value.name();
  return own == name || (own.ends_with(suffix) && own.substr(0, own.size() - suffix.size()) == name);
}

// Whether the machine itself, or a sample input, makes data of that name: then `$.Execution.Id` may well be
// meant.
bool makes(const asl::Machine& machine, std::string_view name) {
  const std::string path = fmt::format("$.{}", name);
  const sfn::Document& document = machine.document();
  for (NodeId id = 0; id < document.size(); ++id) {
    const Value value = document.at(id);
    if (is_named(value, name) || (value.name() == "ResultPath" && value.text().starts_with(path)))
      return true;
  }
  for (const sfn::Document* input : machine.surroundings().inputs)
    if (input->root().has(name)) return true;
  return false;
}

// The answers for the few names that the context object has, each found once.
class OwnData {
 public:
  explicit OwnData(const asl::Machine& machine) : machine_(machine) {}
  bool has(std::string_view name) {
    const auto [at, fresh] = known_.try_emplace(name, false);
    if (fresh) at->second = makes(machine_, name);
    return at->second;
  }

 private:
  const asl::Machine& machine_;
  std::map<std::string_view, bool> known_;
};

// Instances of EC2 and others have a `State.Name`; they are items of Maps and results of calls.
bool may_be_item(const Expression& expression, std::string_view name) {
  const bool item = expression.construct.scope->kind == asl::ScopeKind::processor;
  return name == "State" && (item || expression.field->name == "ResultSelector");
}

void check_path(const Expression& expression, const Path& path, OwnData& own, Report& report) {
  const auto names = asl::path::leading_members(path);
  if (path.root != asl::path::Root::data || !asl::context_object::looks_like_context(names)) return;
  if (may_be_item(expression, names.front()) || own.has(names.front())) return;
  const std::string_view field = asl::context_object::read(names).field->path;
  const auto depth = static_cast<size_t>(std::count(field.begin(), field.end(), '.'));
  const Span span{path.root_span.begin, path.steps[depth].span.end};
  report
      .add(expression.at(span),
           fmt::format("`{}` reads the state's data; the context object is `$$`, so write `$$.{}`",
                       written(expression, span), field))
      .offer_unsafe(fmt::format("write `$$.{}`", field), replace_text(expression.at(path.root_span), "$$"));
}

void check(const asl::Machine& machine, Report& report) {
  OwnData own(machine);
  for (const Expression& expression : machine.expressions())
    each_path(expression, [&](const Path& path) { check_path(expression, path, own, report); });
}

constexpr Example examples[] = {
    {"one dollar", R"json({"Type": "Pass", "Parameters": {"id.$": "«$.Execution.Id»"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"id.$": "$$.Execution.Id"}, "End": true})json"},
    {"in a call, with a longer path",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', «$.Map.Item.Value».id)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $$.Map.Item.Value.id)"}, "End": true})json"},
    {"two", R"json({"Type": "Pass", "Parameters": {"id.$": "$$.Execution.Id"}, "End": true})json"},
    {"data of that name",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"Execution": {"Id.$": "$.id"}}, "Next": "B"}, "B": {"Type": "Pass", "InputPath": "$.Execution.Id", "End": true}}})json"},
    {"an item of a Map that has a state",
     R"json({"Type": "Map", "ItemsPath": "$.Instances", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.State.Name", "End": true}}}, "End": true})json"},
};

constexpr std::string_view spoken_of[] = {"ecs/token-single-dollar", "service/callback-token-missing"};

}  // namespace

extern const Rule rule{
    .id = "path/single-dollar-context",
    .severity = Severity::warning,
    .summary = "a path that reads a field of the context object from the data",
    .why =
        "`$` is the state's data and `$$` the context object. Unless the input happens to have such a "
        "field, the state fails with `States.Runtime`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html",
    .examples = examples,
    .yields_to = spoken_of,
    .machine = check,
};

}  // namespace sfn::rules::path::single_dollar_context
