#include "schemas/ecs/result.h"

#include "lint/asl/jsonata/analysis.h"

namespace sfn::schemas::ecs {

namespace {

using asl::Expression;
using asl::path::Path;
using asl::path::Step;

// The names of a ResultPath: {"a", "b"} for `$.a.b`. Absent where the result goes nowhere, or nobody knows
// where.
std::optional<std::vector<std::string>> names_of(Value result_path) {
  std::vector<std::string> names;
  if (!result_path) return names;
  const auto text = result_path.literal();
  if (!text) return std::nullopt;
  const auto parsed = asl::path::parse(*text);
  if (!parsed || parsed.path.root != asl::path::Root::data) return std::nullopt;
  for (const Step& step : parsed.path.steps) {
    if (step.kind != Step::Kind::member) return std::nullopt;
    names.emplace_back(step.text);
  }
  return names;
}

// Where the result lies in the output of the state. Absent where it was changed on the way.
std::optional<std::vector<std::string>> output_names(const asl::State& state) {
  for (const std::string_view field : {"ResultSelector", "OutputPath", "Output"})
    if (state.value.has(field)) return std::nullopt;
  if (state.value.open()) return std::nullopt;
  return state.jsonata() ? std::vector<std::string>() : names_of(state["ResultPath"]);
}

class Reader {
 public:
  Reader(const RunTask& task, std::vector<ResultReading>& found) : task_(task), found_(found) {}

  void read() {
    const asl::State& state = *task_.state;
    prefix_.clear();
    for (const Expression& expression : state.machine().expressions(state)) own(expression);
    const auto names = output_names(state);
    if (!names) return;
    prefix_ = *names;
    follow(state, 0);
  }

 private:
  // In the state itself `$` of ResultSelector and Assign is the result, and so is `$states.result`.
  void own(const Expression& expression) {
    if (expression.construct.kind != asl::ConstructKind::task) return;
    const std::string_view field = expression.field->name;
    if (expression.jsonata()) add_jsonata(expression, "result");
    else if (field == "ResultSelector" || field == "Assign") add_paths(expression);
  }

  void follow(const asl::State& state, int depth) {
    for (const asl::Transition& transition : state.transitions)
      if (transition.kind != asl::TransitionKind::catcher && transition.to && depth < 8)
        if (is_entered_once(*transition.to)) enter(*transition.to, depth + 1);
  }

  static bool is_entered_once(const asl::State& state) {
    if (state.scope->start == &state || state.scope->open()) return false;
    return state.entries == 1;
  }

  void enter(const asl::State& state, int depth) {
    for (const Expression& expression : state.machine().expressions(state)) {
      if (expression.jsonata()) add_jsonata(expression, "input");
      else if (reads_input(state, expression)) add_paths(expression);
    }
    if (passes_on(state)) follow(state, depth);
  }

  // Below InputPath `$` is another value; in ResultSelector and in a Task's Assign it is the result.
  static bool reads_input(const asl::State& state, const Expression& expression) {
    const std::string_view field = expression.field->name;
    if (field == "InputPath") return true;
    if (state.value.has("InputPath")) return false;
    if (field == "Parameters" || field == "ItemsPath") return true;
    return state.is(asl::StateType::choice) && (field == "Variable" || field.ends_with("Path")) &&
           field != "OutputPath";
  }

  static bool passes_on(const asl::State& state) {
    if (!state.is(asl::StateType::choice) && !state.is(asl::StateType::wait)) return false;
    return !state.value.has("InputPath") && !state.value.has("OutputPath") && !state.value.has("Output");
  }

  void add_paths(const Expression& expression) {
    if (const auto* parsed = expression.path(); parsed && !parsed->fault) add_path(expression, parsed->path);
    if (const auto* parsed = expression.intrinsic(); parsed && !parsed->fault)
      asl::intrinsic::each_path(*parsed->call, [&](const Path& path) { add_path(expression, path); });
  }

  void add_path(const Expression& expression, const Path& path) {
    if (path.root != asl::path::Root::data) return;
    std::vector<ResultStep> steps;
    for (const Step& step : path.steps) {
      if (step.kind == Step::Kind::member)
        steps.push_back({step.text, 0, expression.at(step.name), expression.offset + step.span.begin,
                         expression.offset + step.span.end});
      else if (step.kind == Step::Kind::index)
        steps.push_back({{},
                         step.index,
                         expression.at(step.span),
                         expression.offset + step.span.begin,
                         expression.offset + step.span.end});
      else break;
    }
    add(expression, std::move(steps));
  }

  void add_jsonata(const Expression& expression, std::string_view root) {
    const auto* parsed = expression.jsonata();
    if (!parsed || parsed->fault) return;
    namespace jsonata = asl::jsonata;
    for (const jsonata::VariableUse& use : jsonata::free_variables(parsed->tree)) {
      if (use.name != "states") continue;
      const auto members = jsonata::members_behind(parsed->tree, use.node);
      if (members.size() < 2 || members.front().name != root) continue;
      std::vector<ResultStep> steps;
      for (size_t i = 1; i < members.size(); ++i) {
        const jsonata::Node& node = parsed->tree[members[i].node];
        steps.push_back({members[i].name, 0, expression.at(node.begin, node.end),
                         expression.offset + node.begin, expression.offset + node.end});
      }
      add(expression, std::move(steps));
    }
  }

  void add(const Expression& expression, std::vector<ResultStep> steps) {
    if (steps.size() <= prefix_.size()) return;
    for (size_t i = 0; i < prefix_.size(); ++i)
      if (steps[i].name != prefix_[i]) return;
    steps.erase(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(prefix_.size()));
    found_.push_back({expression.value, std::move(steps)});
  }

  const RunTask& task_;
  std::vector<ResultReading>& found_;
  std::vector<std::string> prefix_;
};

}  // namespace

namespace {

// Several rules ask for the readings of one task.
class Readings {
 public:
  explicit Readings(const asl::Machine& machine) : by_state_(machine.states().size()) {}
  const std::vector<ResultReading>& of(const RunTask& task) const {
    auto& found = by_state_[task.state->index];
    if (!found) Reader(task, found.emplace()).read();
    return *found;
  }

 private:
  mutable std::vector<std::optional<std::vector<ResultReading>>> by_state_;
};

}  // namespace

const std::vector<ResultReading>& result_readings(const RunTask& task) {
  return task.state->machine().derive<Readings>().of(task);
}

Shape task_shape() { return result("ecs", "runTask").member("Tasks").shape().item(); }

Shape result_shape(const RunTask& task) {
  if (task.resource.waits()) return task_shape();
  return task.resource.pattern == asl::Pattern::request_response ? result("ecs", "runTask") : Shape();
}

}  // namespace sfn::schemas::ecs
