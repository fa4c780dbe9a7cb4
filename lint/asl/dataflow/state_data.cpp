#include "lint/asl/dataflow/state_data.h"

#include "lint/asl/payload.h"

namespace sfn::asl::dataflow {

namespace {

// Items of which one datum is made; of more nothing is known.
constexpr size_t most_items = 1000;

Datum merged(const std::vector<Datum>& items, Work& work) {
  if (items.size() > most_items) return {};
  Datum all = items.front();
  for (size_t i = 1; i < items.size(); ++i) all = merge(all, items[i], work);
  return all;
}

// ResultPath of a state or a catcher. An index in it writes into an array: nothing is known of that.
Datum placed(Value result_path, const Datum& input, const Datum& result, Evaluator& evaluator) {
  if (!result_path) return result;
  if (result_path.is_null()) return input;
  const Expression* expression = evaluator.find(result_path);
  if (!expression || !expression->path() || expression->path()->fault) return {};
  const path::Path& path = expression->path()->path;
  const auto names = path::leading_members(path);
  if (path.root != path::Root::data) return {};
  return inserted(input, names, names.size() == path.steps.size() ? result : Datum(), evaluator.work());
}

class StateData {
 public:
  StateData(const State& state, const Roots& raw, Evaluator& evaluator)
      : state_(state), raw_(raw), evaluator_(evaluator) {}

  Passage run() {
    Roots effective = raw_;
    effective.data = filtered("InputPath", raw_.data);
    read_fields(state_.is(StateType::fail) ? raw_ : effective);
    Passage passage;
    const Datum result = state_result(effective, passage);
    read_assign(effective, result);
    passage.output = filtered("OutputPath", placed_result(result));
    return passage;
  }

 private:
  // InputPath and OutputPath.
  Datum filtered(std::string_view field, const Datum& data) {
    const Value path = state_[field];
    if (!path) return data;
    if (path.is_null()) return Datum::object({});
    Roots roots = raw_;
    roots.data = data;
    return evaluator_.expression(path, roots);
  }

  // SecondsPath, TimeoutSecondsPath, ItemsPath, CausePath, ...
  void read_fields(const Roots& roots) {
    for (Value member : state_.value) {
      const std::string_view name = member.name();
      if (name == "InputPath" || name == "OutputPath" || name == "ResultPath") continue;
      if (name == "ItemsPath" || name == "Variable") continue;
      const Expression* expression = evaluator_.find(member);
      if (expression && expression->path_field()) evaluator_.expression(member, roots);
    }
    evaluator_.payload(state_["Credentials"], state_.language, roots);
  }

  // In a Task the result is not known; in Choice and Wait `$` is the effective input.
  void read_assign(const Roots& effective, const Datum& result) {
    if (!state_.is(StateType::pass) && !state_.is(StateType::wait)) return;
    if (state_["Parameters"] || state_["Result"]) return;
    Roots roots = effective;
    roots.data = result;
    evaluator_.payload(state_["Assign"], state_.language, roots);
  }

  Datum state_result(const Roots& effective, Passage& passage) {
    switch (state_.type) {
      case StateType::pass: {
        const Datum made = parameters(effective);
        return state_["Result"] ? Datum(state_["Result"]) : made;
      }
      case StateType::task:
        parameters(effective);
        return selected({});
      case StateType::parallel:
        passage.inner = parameters(effective);
        return selected(branch_results());
      case StateType::map:
        return selected(map_result(effective, passage));
      case StateType::choice:
        passage.decision = decide(state_, effective, evaluator_);
        return effective.data;
      default:
        return effective.data;
    }
  }

  Datum parameters(const Roots& effective) {
    const Value parameters = state_["Parameters"];
    return parameters ? evaluator_.payload(parameters, QueryLanguage::jsonpath, effective) : effective.data;
  }

  Datum selected(const Datum& result) {
    const Value selector = state_["ResultSelector"];
    if (!selector) return result;
    Roots roots = raw_;
    roots.data = result;
    return evaluator_.payload(selector, QueryLanguage::jsonpath, roots);
  }

  Datum branch_results() const {
    if (state_["Branches"].child_count() != state_.inner.size()) return Datum::unknown(intrinsic::array);
    return Datum::array(std::vector<Datum>(state_.inner.size()));
  }

  Datum map_result(const Roots& effective, Passage& passage) {
    const bool reader = static_cast<bool>(state_["ItemReader"]);
    const Value items_path = state_["ItemsPath"];
    Datum items = effective.data;
    if (reader) items = Datum();
    else if (items_path) items = evaluator_.expression(items_path, effective);
    set_inner(effective, items, passage);
    return state_["ResultWriter"] ? Datum() : Datum::unknown(intrinsic::array);
  }

  void set_inner(const Roots& effective, const Datum& items, Passage& passage) {
    const auto known = items.items(evaluator_.work());
    if (known && known->empty()) return;
    Roots roots = effective;
    roots.map_item = known ? merged(*known, evaluator_.work()) : Datum();
    const Value selector = state_[state_.value.has("ItemSelector") ? "ItemSelector" : "Parameters"];
    const Datum item =
        selector ? evaluator_.payload(selector, QueryLanguage::jsonpath, roots) : roots.map_item;
    passage.inner = state_["ItemBatcher"] ? Datum() : item;
  }

  Datum placed_result(const Datum& result) {
    const bool places = state_.is(StateType::task) || state_.is(StateType::pass) ||
                        state_.is(StateType::parallel) || state_.is(StateType::map);
    return places ? placed(state_["ResultPath"], raw_.data, result, evaluator_) : result;
  }

  const State& state_;
  const Roots& raw_;
  Evaluator& evaluator_;
};

// A state in JSONata: `$states.input` is its input everywhere.
class JsonataData {
 public:
  JsonataData(const State& state, const Roots& raw, Evaluator& evaluator)
      : state_(state), raw_(raw), evaluator_(evaluator) {}

  Passage run() {
    Passage passage;
    for (const char* field : {"Seconds", "Timestamp", "TimeoutSeconds", "HeartbeatSeconds", "Error", "Cause"})
      evaluate(field);
    const Datum arguments = evaluate("Arguments");
    Datum result = raw_.data;
    if (state_.is(StateType::task)) result = Datum();
    if (state_.is(StateType::parallel)) {
      passage.inner = state_["Arguments"] ? arguments : raw_.data;
      result = Datum::unknown(intrinsic::array);
    }
    if (state_.is(StateType::map)) result = iterate(passage);
    if (state_.is(StateType::choice)) return choose();
    evaluate("Assign");
    passage.output = state_["Output"] ? evaluate("Output") : result;
    return passage;
  }

 private:
  Datum evaluate(std::string_view field) {
    return evaluator_.payload(state_[field], QueryLanguage::jsonata, raw_);
  }

  // The rule that is taken has an Output of its own, and the state's is for Default.
  Passage choose() {
    bool makes = state_.value.has("Output");
    for (Value rule : state_["Choices"]) makes = makes || rule.has("Output");
    return {makes ? Datum() : raw_.data, std::nullopt, decide(state_, raw_, evaluator_)};
  }

  Datum iterate(Passage& passage) {
    const Datum items = state_["ItemReader"] ? Datum() : state_["Items"] ? evaluate("Items") : raw_.data;
    const Datum results = state_["ResultWriter"] ? Datum() : Datum::unknown(intrinsic::array);
    const auto known = items.items(evaluator_.work());
    if (known && known->empty()) return results;
    passage.inner = known ? merged(*known, evaluator_.work()) : Datum();
    if (state_["ItemSelector"]) passage.inner = evaluate("ItemSelector");
    if (state_["ItemBatcher"]) passage.inner = Datum();
    return results;
  }

  const State& state_;
  const Roots& raw_;
  Evaluator& evaluator_;
};

}  // namespace

std::optional<Passage> pass_through(const State& state, const Roots& raw, Evaluator& evaluator) {
  evaluator.begin(evaluator.recording());
  Passage passage =
      state.jsonata() ? JsonataData(state, raw, evaluator).run() : StateData(state, raw, evaluator).run();
  if (evaluator.failed()) return std::nullopt;
  return passage;
}

// Beside Error there usually is a Cause; what else services may add is not documented.
Datum caught(const State& state, Value catcher, const Datum& input, Evaluator& evaluator) {
  if (state.jsonata()) return {};
  const Datum text = Datum::unknown(intrinsic::string);
  const Datum error = Datum::object({{"Error", text}, {"Cause", text, false}}, true);
  return placed(catcher["ResultPath"], input, error, evaluator);
}

}  // namespace sfn::asl::dataflow
