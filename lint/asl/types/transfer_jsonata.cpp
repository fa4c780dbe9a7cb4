// A state in JSONata: `$states.input` is its input everywhere.
#include <algorithm>

#include "lint/asl/types/state_transfer.h"

namespace sfn::asl::types {

namespace {

// Fields with an order of their own, and those that hold states.
constexpr std::string_view followed_elsewhere[] = {"Output",       "Assign",   "Choices",  "Catch",
                                                   "Retry",        "Branches", "Iterator", "ItemProcessor",
                                                   "ItemSelector", "Items",    "Type",     "Next"};

}  // namespace

Passage JsonataTransfer::run() {
  Passage passage;
  read_fields();
  catch_errors(passage);
  if (state_.is(StateType::choice)) {
    choose(passage);
    return passage;
  }
  const Type made = result();
  const bool works =
      state_.is(StateType::task) || state_.is(StateType::parallel) || state_.is(StateType::map);
  Roots after = roots_;
  if (works) after.result = made;
  const Type variables = assigned(state_.value, after, raw_.variables);
  const Value output = state_["Output"];
  leave(passage, output ? evaluate(output, after) : made, variables);
  return passage;
}

Type JsonataTransfer::evaluate(Value value, const Roots& roots) {
  return typing_.payload(value, QueryLanguage::jsonata, roots);
}

void JsonataTransfer::read_fields() {
  for (Value member : state_.value)
    if (std::find(std::begin(followed_elsewhere), std::end(followed_elsewhere), member.name()) ==
        std::end(followed_elsewhere))
      evaluate(member, roots_);
}

Type JsonataTransfer::result() {
  if (state_.is(StateType::task)) return task_result();
  if (state_.is(StateType::map)) return map();
  if (!state_.is(StateType::parallel)) return raw_.data;
  const Value arguments = state_["Arguments"];
  return parallel_result(arguments ? evaluate(arguments, roots_) : raw_.data);
}

Type JsonataTransfer::map() {
  const Value selected_items = state_["Items"];
  const Type items = state_.value.has("ItemReader") ? Type()
                     : selected_items               ? evaluate(selected_items, roots_)
                                                    : raw_.data;
  Roots roots = roots_;
  roots.context = context_with_item(map_item(items));
  const Value selector = state_["ItemSelector"];
  const Type item = selector ? evaluate(selector, roots) : map_item(items);
  return map_result(items, item, state_.value.has("ItemBatcher"));
}

// The rule that is taken has an Output and an Assign of its own; those of the state are for Default.
void JsonataTransfer::choose(Passage& passage) {
  Roots roots = roots_;
  const bool state_output = state_.value.has("Output");
  passage.decided = false;
  for (const Transition& way : state_.transitions) {
    if (way.kind != TransitionKind::rule && way.kind != TransitionKind::fallback) continue;
    const bool rule = way.kind == TransitionKind::rule;
    Narrowed narrowed{Truth::unknown, roots, roots};
    if (rule) {
      typing_.expression(way.holder["Condition"], roots);
      narrowed = narrow_condition(types_, typing_.find(way.holder["Condition"]), roots);
    }
    const Value output = way.holder["Output"];
    Type data = narrowed.yes.data;
    if (output) data = evaluate(output, narrowed.yes);
    else if (state_output) data = Type();
    const Type variables = assigned(way.holder, narrowed.yes, narrowed.yes.variables);
    passage.ways.push_back({&way, {data, variables}});
    roots = narrowed.no;
  }
}

void JsonataTransfer::catch_errors(Passage& passage) {
  for (const Transition& way : state_.transitions) {
    if (way.kind != TransitionKind::catcher) continue;
    const Type error = error_output();
    Roots roots = roots_;
    roots.error_output = error;
    const Type variables = assigned(way.holder, roots, raw_.variables);
    const Value output = way.holder["Output"];
    const Type data = way.holder.open() ? Type() : output ? evaluate(output, roots) : error;
    passage.ways.push_back({&way, {data, variables}});
  }
}

}  // namespace sfn::asl::types
