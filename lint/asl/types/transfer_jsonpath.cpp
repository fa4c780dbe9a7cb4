#include "lint/asl/types/state_transfer.h"

namespace sfn::asl::types {

namespace {

bool is_whole(Value path) { return !path || path.literal() == "$"; }

}  // namespace

Passage JsonpathTransfer::run() {
  Passage passage;
  Roots effective = roots_;
  effective.data = filtered("InputPath", raw_.data);
  read_fields(state_.is(StateType::fail) ? roots_ : effective);
  catch_errors(passage);
  if (state_.is(StateType::choice)) {
    choose(effective, passage);
    return passage;
  }
  const bool works = state_.is(StateType::task) || state_.is(StateType::pass) ||
                     state_.is(StateType::parallel) || state_.is(StateType::map);
  const Type made = works ? result(effective) : effective.data;
  Roots after = roots_;
  after.data = made;
  const Type variables = assigned(state_.value, after, raw_.variables);
  const Type output = works ? placed(state_["ResultPath"], made) : made;
  leave(passage, filtered("OutputPath", output), variables);
  return passage;
}

// InputPath and OutputPath.
Type JsonpathTransfer::filtered(std::string_view field, Type data) {
  const Value path = state_[field];
  if (!path) return data;
  if (path.is_null()) return types_.object({}, std::nullopt, {Origin::definition, path.id()});
  Roots roots = roots_;
  roots.data = data;
  return typing_.expression(path, roots);
}

// SecondsPath, TimeoutSecondsPath, CausePath, ... and what only the service sees.
void JsonpathTransfer::read_fields(const Roots& roots) {
  read_path_fields(state_.value, roots);
  typing_.payload(state_["Credentials"], state_.language, roots);
  for (const char* field : {"ItemReader", "ResultWriter", "ItemBatcher"}) {
    const Value holder = state_[field];
    read_path_fields(holder, roots);
    read_path_fields(holder["ReaderConfig"], roots);
    typing_.payload(holder["Parameters"], state_.language, roots);
    typing_.payload(holder["BatchInput"], state_.language, roots);
  }
}

void JsonpathTransfer::read_path_fields(Value holder, const Roots& roots) {
  for (Value member : holder.is_object() ? holder : Value()) {
    const std::string_view name = member.name();
    if (name == "InputPath" || name == "OutputPath" || name == "ResultPath" || name == "ItemsPath") continue;
    const Expression* expression = typing_.find(member);
    if (expression && expression->path_field()) typing_.expression(member, roots);
  }
}

Type JsonpathTransfer::parameters(const Roots& effective) {
  const Value parameters = state_["Parameters"];
  return parameters ? typing_.payload(parameters, QueryLanguage::jsonpath, effective) : effective.data;
}

Type JsonpathTransfer::result(const Roots& effective) {
  Type made;
  if (state_.is(StateType::pass)) return pass_result(effective);
  if (state_.is(StateType::map)) made = map(effective);
  else if (state_.is(StateType::parallel)) made = parallel_result(parameters(effective));
  else parameters(effective), made = task_result();
  const Value selector = state_["ResultSelector"];
  if (!selector) return made;
  Roots roots = roots_;
  roots.data = made;
  return typing_.payload(selector, QueryLanguage::jsonpath, roots);
}

Type JsonpathTransfer::pass_result(const Roots& effective) {
  const Type made = parameters(effective);
  return state_["Result"] ? types_.literal(state_["Result"]) : made;
}

Type JsonpathTransfer::map(const Roots& effective) {
  const Value items_path = state_["ItemsPath"];
  Type items = effective.data;
  if (state_.value.has("ItemReader")) items = Type();
  else if (items_path) items = typing_.expression(items_path, effective);
  Roots roots = effective;
  roots.context = context_with_item(map_item(items));
  const Value selector = state_[state_.value.has("ItemSelector") ? "ItemSelector" : "Parameters"];
  const Type item = selector ? typing_.payload(selector, QueryLanguage::jsonpath, roots) : map_item(items);
  return map_result(items, item, state_.value.has("ItemBatcher"));
}

// ResultPath of a state or a catcher. An index in it writes into an array: nothing is known of that.
Type JsonpathTransfer::placed(Value result_path, Type result) {
  if (!result_path) return result;
  if (result_path.is_null()) return raw_.data;
  const Expression* expression = typing_.find(result_path);
  if (!expression || !expression->path() || expression->path()->fault) return {};
  const path::Path& path = expression->path()->path;
  const auto names = path::leading_members(path);
  if (path.root != path::Root::data) return {};
  return types_.with(raw_.data, names, names.size() == path.steps.size() ? result : Type());
}

// The rule that holds runs its own Assign, no rule that of the state.
void JsonpathTransfer::choose(const Roots& effective, Passage& passage) {
  Roots roots = effective;
  for (const Transition& way : state_.transitions) {
    Narrowed narrowed{Truth::unknown, roots, roots};
    if (way.kind == TransitionKind::rule)
      narrowed = narrow_rule(typing_, way.holder, roots, passage.decided && passage.ways.empty());
    else if (way.kind != TransitionKind::fallback) continue;
    if (narrowed.truth == Truth::no) continue;
    const Type variables = assigned(way.holder, narrowed.yes, narrowed.yes.variables);
    passage.ways.push_back({&way, {filtered("OutputPath", narrowed.yes.data), variables}});
    if (narrowed.truth == Truth::yes || way.kind == TransitionKind::fallback) return;
    passage.decided = false;
    roots = narrowed.no;
  }
}

void JsonpathTransfer::catch_errors(Passage& passage) {
  for (const Transition& way : state_.transitions) {
    if (way.kind != TransitionKind::catcher) continue;
    const Type error = error_output();
    Roots roots = roots_;
    roots.data = error;
    const Type variables = assigned(way.holder, roots, raw_.variables);
    const Type data = way.holder.open() || !is_whole(state_["OutputPath"])
                          ? Type()
                          : placed(way.holder["ResultPath"], error);
    passage.ways.push_back({&way, {data, variables}});
  }
}

}  // namespace sfn::asl::types
