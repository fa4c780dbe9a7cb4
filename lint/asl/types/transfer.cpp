// What both query languages share.
#include "lint/asl/types/transfer.h"

#include "lint/asl/types/state_transfer.h"

namespace sfn::asl::types {

StateTransfer::StateTransfer(const State& state, const Entry& entry, Typing& typing,
                             const Surrounding& around)
    : state_(state), raw_(entry), typing_(typing), types_(typing.types()), around_(around) {
  roots_ = {entry.data, entry.variables,
            typing.contexts().of(around.scope->execution_input, around.scope->map_item)};
}

Type StateTransfer::assigned(Value holder, const Roots& roots, Type variables) {
  for (Value member : holder["Assign"]) {
    const Parameter parameter = asl::parameter(member, state_.language);
    const Type value = parameter.dynamic ? typing_.expression(member, roots)
                                         : typing_.payload(member, state_.language, roots);
    const std::string_view path[] = {parameter.name};
    variables = types_.with(variables, path, value);
  }
  return variables;
}

Type StateTransfer::error_output() {
  const Type text = types_.unknown(intrinsic::string);
  return types_.object({{"Error", text}, {"Cause", text, Existence::maybe}}, std::nullopt,
                       {Origin::error_output, state_.value.id()});
}

Type StateTransfer::task_result() {
  if (!around_.results || state_.value.open()) return {};
  return types_.result(around_.results->result(state_), state_.value.id());
}

Type StateTransfer::parallel_result(Type input) {
  std::vector<Type> ends;
  for (const Scope* branch : state_.inner)
    ends.push_back(around_.run_scope(
        *branch, {{input, raw_.variables}, around_.scope->execution_input, around_.scope->map_item}));
  if (state_["Branches"].child_count() != state_.inner.size()) return types_.unknown(intrinsic::array);
  return types_.array(std::move(ends), {Origin::definition, state_.value.id()});
}

// A distributed Map runs its items as executions of their own, with a context of their own and no variables.
Type StateTransfer::map_result(Type items, Type item, bool batched) {
  const auto known = types_.items(items);
  enters_ = !known || !known->empty();
  Type each;
  for (const Scope* processor : state_.inner) {
    const Type begin = batched ? batch_of(item) : item;
    ScopeEntry entry{{begin, raw_.variables}, around_.scope->execution_input, map_item(items)};
    if (processor->distributed()) entry = {{begin, {}}, {}, {}};
    if (enters_) each = around_.run_scope(*processor, entry);
  }
  if (state_.value.has("ResultWriter")) return written_result();
  return types_.list(each);
}

Type StateTransfer::map_item(Type items) {
  return types_.can_be(items, intrinsic::array) ? types_.each(items) : Type();
}

Type StateTransfer::context_with_item(Type item) {
  return typing_.contexts().of(around_.scope->execution_input, item);
}

Type StateTransfer::batch_of(Type item) {
  return types_.object({{"Items", types_.list(item)}}, Type(), {Origin::definition, state_.value.id()});
}

// Without a place to write to only WriterConfig is meant, and what comes out is not documented.
Type StateTransfer::written_result() {
  const Value writer = state_["ResultWriter"];
  if (!writer.is_object() || writer.open() || !writer.has("Resource")) return {};
  const Type text = types_.unknown(intrinsic::string);
  const Type details =
      types_.object({{"Bucket", text}, {"Key", text}}, std::nullopt, {Origin::writer, writer.id()});
  return types_.object({{"MapRunArn", text, Existence::maybe}, {"ResultWriterDetails", details}},
                       std::nullopt, {Origin::writer, writer.id()});
}

void StateTransfer::leave(Passage& passage, Type output, Type variables) {
  for (const Transition& way : state_.transitions)
    if (way.kind == TransitionKind::next) passage.ways.push_back({&way, {output, variables}});
  if (state_.terminal && !state_.is(StateType::fail)) passage.end = output;
  passage.enters = enters_;
}

Passage pass_through(const State& state, const Entry& entry, Typing& typing, const Surrounding& around) {
  typing.quiet = 0;
  typing.sure = true;
  typing.failed = false;
  Passage passage = state.jsonata() ? JsonataTransfer(state, entry, typing, around).run()
                                    : JsonpathTransfer(state, entry, typing, around).run();
  passage.fails = typing.failed;
  return passage;
}

}  // namespace sfn::asl::types
