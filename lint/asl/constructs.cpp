#include "lint/asl/constructs.h"

namespace sfn::asl {

namespace {

using enum ConstructKind;

ConstructKind kind_of(StateType type) {
  switch (type) {
    case StateType::pass:
      return pass;
    case StateType::choice:
      return choice;
    case StateType::wait:
      return wait;
    case StateType::succeed:
      return succeed;
    case StateType::fail:
      return fail;
    case StateType::parallel:
      return parallel;
    case StateType::map:
      return map;
    case StateType::task:
    case StateType::unknown:
      break;
  }
  return task;
}

ConstructKind kind_of(ScopeKind kind) {
  return kind == ScopeKind::machine ? machine : kind == ScopeKind::branch ? branch : processor;
}

class ConstructCollector {
 public:
  explicit ConstructCollector(std::vector<Construct>& found) : found_(found) {}

  void add_scope(const Scope& scope) {
    at_ = {machine, {}, &scope, scope.owner, scope.machine->language()};
    add(kind_of(scope.kind), scope.value);
    add(processor_config, scope.kind == ScopeKind::processor ? scope.value["ProcessorConfig"] : Value());
    for (const State* state : scope.states) add_state(*state);
  }

 private:
  void add_state(const State& state) {
    if (state.is(StateType::unknown)) return;
    at_ = {machine, {}, state.scope, &state, state.language};
    add(kind_of(state.type), state.value);
    for (Value one : state["Retry"]) add(retrier, one);
    for (Value one : state["Catch"]) add(catcher, one);
    if (state.is(StateType::task)) add(credentials, state["Credentials"]);
    if (state.is(StateType::choice))
      for (Value rule : state["Choices"]) add_rule(choice_rule, rule);
    if (state.is(StateType::map)) add_map(state);
  }

  void add_map(const State& state) {
    add(item_reader, state["ItemReader"]);
    add(reader_config, state["ItemReader"]["ReaderConfig"]);
    add(item_batcher, state["ItemBatcher"]);
    add(result_writer, state["ResultWriter"]);
    add(writer_config, state["ResultWriter"]["WriterConfig"]);
  }

  // Depth is bounded by the reader's limit on nesting.
  void add_rule(ConstructKind kind, Value rule) {
    add(kind, rule);
    for (const std::string_view name : {"And", "Or"})
      for (Value nested : rule[name]) add_rule(nested_rule, nested);
    if (rule["Not"].is_object()) add_rule(nested_rule, rule["Not"]);
  }

  void add(ConstructKind kind, Value value) {
    if (!value.is_object()) return;
    at_.kind = kind;
    at_.value = value;
    found_.push_back(at_);
  }

  std::vector<Construct>& found_;
  Construct at_{};
};

// A dozen rules ask for the field of each member.
class FieldsOfMembers {
 public:
  explicit FieldsOfMembers(const Machine& machine) : rows_(machine.document().size(), no_row) {
    for (const Construct& construct : machine.constructs())
      for (const Value member : construct.value)
        if (const Field* field = find_field(construct.kind, member.name()))
          rows_[member.id()] = static_cast<uint8_t>(field - fields().data());
  }
  const Field* of(Value member) const {
    const uint8_t row = rows_[member.id()];
    return row == no_row ? nullptr : &fields()[row];
  }

 private:
  static constexpr uint8_t no_row = UINT8_MAX;
  std::vector<uint8_t> rows_;  // of the table of fields, by NodeId
};

}  // namespace

const Field* field_of(const Construct& construct, Value member) {
  return construct.scope->machine->derive<FieldsOfMembers>().of(member);
}

std::vector<Construct> constructs(const Machine& machine) {
  std::vector<Construct> found;
  ConstructCollector collector(found);
  for (const Scope& scope : machine.scopes()) collector.add_scope(scope);
  return found;
}

}  // namespace sfn::asl
