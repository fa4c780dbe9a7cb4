// Random small machines, run by an interpreter: what they produce always belongs to the types that the flow
// gives, and what the flow calls missing is missing.
#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "lint/asl/payload.h"
#include "lint/asl/trial.h"
#include "lint/asl/types/flow.h"

using namespace sfn;
using namespace sfn::asl;
using namespace sfn::asl::types;

namespace {

// A JSON value of an execution.
struct Json {
  Kind kind = Kind::null;
  std::string text;  // of a scalar as written
  std::map<std::string, Json> members;
  std::vector<Json> items;
};

Json copied(Value value) {
  Json made{value.kind(), std::string(value.text()), {}, {}};
  for (Value child : value) {
    if (value.is_object()) made.members[std::string(child.name())] = copied(child);
    else made.items.push_back(copied(child));
  }
  return made;
}

Kinds kind_of(const Json& json) {
  switch (json.kind) {
    case Kind::object:
      return intrinsic::object;
    case Kind::array:
      return intrinsic::array;
    case Kind::string:
      return intrinsic::string;
    case Kind::number:
      return intrinsic::number;
    case Kind::boolean:
      return intrinsic::boolean;
    default:
      return intrinsic::null;
  }
}

// Types keep the names that they are asked for.
std::string_view kept(const std::string& name) {
  static std::set<std::string> names;
  return *names.insert(name).first;
}

bool belongs(Types& types, const Json& json, Type type) {
  if (!types.can_be(type, kind_of(json))) return false;
  if (const Value literal = types.literal(type); literal && json.members.empty() && json.items.empty())
    if (!literal.is_object() && !literal.is_array() && literal.text() != json.text) return false;
  for (const auto& [name, member] : json.members) {
    const Found found = types.member(type, kept(name));
    if (found.existence == Existence::missing || !belongs(types, member, found.type)) return false;
  }
  for (size_t i = 0; i < json.items.size(); ++i) {
    const Found found = types.item(type, static_cast<int64_t>(i));
    if (found.existence == Existence::missing || !belongs(types, json.items[i], found.type)) return false;
  }
  if (json.kind != Kind::object) return true;
  for (const std::string_view name : types.names(type))
    if (types.member(type, name).existence == Existence::present && !json.members.count(std::string(name)))
      return false;
  return true;
}

// What fails a state.
struct Failure {
  const Value field;
};

// Runs the JSONPath that `Machines` makes.
class Interpreter {
 public:
  Interpreter(const Flow& flow, Json input) : flow_(flow), input_(std::move(input)) {}

  // Whether all that happened agrees with the flow.
  bool agrees(const Scope& scope) {
    try {
      run(scope, input_);
    } catch (const Failure&) {
    }
    return agrees_;
  }

 private:
  Json run(const Scope& scope, Json data) {
    const State* state = scope.start;
    for (int steps = 0; state && steps < 30; ++steps) {
      const auto entry = flow_.entry(*state);
      agrees_ = agrees_ && entry && belongs(flow_.types(), data, entry->data) &&
                belongs(flow_.types(), variables_, entry->variables);
      const State* next = nullptr;
      data = pass(*state, std::move(data), next);
      if (state->terminal) return data;
      state = next;
    }
    throw Failure{};
  }

  Json pass(const State& state, Json raw, const State*& next) {
    Json data = filtered(state["InputPath"], raw);
    for (const Transition& way : state.transitions) next = way.to;
    Json result = data;
    if (state.is(StateType::choice)) next = chosen(state, data);
    if (state["Parameters"]) result = payload(state["Parameters"], data);
    if (state["Result"]) result = copied(state["Result"]);
    if (state.is(StateType::parallel)) result = branches(state, result);
    if (state.is(StateType::map)) result = iterations(state, data);
    if (state["ResultSelector"]) result = payload(state["ResultSelector"], result);
    std::map<std::string, Json> assigned;
    for (Value member : state["Assign"])
      assigned[std::string(asl::parameter(member, QueryLanguage::jsonpath).name)] = templated(member, result);
    for (auto& [name, value] : assigned) variables_.members[name] = std::move(value);
    if (state["ResultPath"].is_null()) result = raw;
    else if (const Value path = state["ResultPath"]) result = placed(raw, path.text(), std::move(result));
    return filtered(state["OutputPath"], result);
  }

  Json filtered(Value path, const Json& data) {
    if (!path) return data;
    return path.is_null() ? Json{Kind::object, {}, {}, {}} : follow(path, data);
  }

  Json branches(const State& state, const Json& input) {
    Json all{Kind::array, {}, {}, {}};
    for (const Scope* branch : state.inner) all.items.push_back(inside(*branch, input));
    return all;
  }

  Json iterations(const State& state, const Json& data) {
    const Json items = state["ItemsPath"] ? follow(state["ItemsPath"], data) : data;
    if (items.kind != Kind::array) throw Failure{state["ItemsPath"]};
    Json all{Kind::array, {}, {}, {}};
    for (const Json& item : items.items) {
      map_item_ = item;
      const Json begin = state["ItemSelector"] ? payload(state["ItemSelector"], data) : item;
      for (const Scope* processor : state.inner) all.items.push_back(inside(*processor, begin));
    }
    return all;
  }

  // Variables of an inner scope end with it.
  Json inside(const Scope& scope, const Json& begin) {
    const Json before = variables_;
    Json end = run(scope, begin);
    variables_ = before;
    return end;
  }

  Json payload(Value value, const Json& data) {
    Json made{value.kind(), std::string(value.text()), {}, {}};
    for (Value child : value) {
      const Parameter parameter = asl::parameter(child, QueryLanguage::jsonpath);
      Json one = templated(child, data);
      if (value.is_object()) made.members[std::string(parameter.name)] = std::move(one);
      else made.items.push_back(std::move(one));
    }
    return made;
  }

  Json templated(Value member, const Json& data) {
    const Parameter parameter = asl::parameter(member, QueryLanguage::jsonpath);
    return parameter.dynamic ? follow(member, data) : payload(member, data);
  }

  const Json* find(std::string_view text, const Json& data) {
    const path::Parsed parsed = path::parse(text);
    const Json* at = &data;
    if (parsed.path.root == path::Root::context) at = text.starts_with("$$.Map") ? &map_item_ : &input_;
    if (parsed.path.root == path::Root::variable) {
      const auto found = variables_.members.find(std::string(parsed.path.variable));
      if (found == variables_.members.end()) return nullptr;
      at = &found->second;
    }
    size_t skipped = parsed.path.root != path::Root::context ? 0 : text.starts_with("$$.Map") ? 3 : 2;
    for (const path::Step& step : parsed.path.steps) {
      if (skipped > 0 && skipped--) continue;
      const auto member = at->members.find(std::string(step.text));
      const auto index = static_cast<size_t>(step.index);
      if (step.kind == path::Step::Kind::member && member != at->members.end()) at = &member->second;
      else if (step.kind == path::Step::Kind::index && index < at->items.size()) at = &at->items[index];
      else return nullptr;
    }
    return at;
  }

  Json follow(Value text, const Json& data) {
    const Json* found = find(text.text(), data);
    const auto type = flow_.value(text);
    if (!found) throw Failure{text};
    for (const Missing& missing : flow_.facts().missing)
      if (missing.expression->value == text) agrees_ = false;
    agrees_ = agrees_ && type && belongs(flow_.types(), *found, *type);
    return *found;
  }

  Json placed(Json into, std::string_view path, Json value) {
    if (path == "$") return value;
    const path::Parsed parsed = path::parse(path);
    Json* at = &into;
    for (const path::Step& step : parsed.path.steps) {
      if (at->kind == Kind::null && at != &into) at->kind = Kind::object;
      if (at->kind != Kind::object) throw Failure{};
      at = &at->members[std::string(step.text)];
    }
    *at = std::move(value);
    return into;
  }

  const State* chosen(const State& state, const Json& data) {
    for (const Transition& way : state.transitions)
      if (way.kind == TransitionKind::fallback || holds(way.holder, data)) return way.to;
    throw Failure{};
  }

  bool holds(Value rule, const Json& data) {
    if (const Value rules = rule["And"]) {
      for (Value one : rules)
        if (!holds(one, data)) return false;
      return true;
    }
    if (const Value rules = rule["Or"]) {
      for (Value one : rules)
        if (holds(one, data)) return true;
      return false;
    }
    if (const Value inner = rule["Not"]) return !holds(inner, data);
    const Json* found = find(rule["Variable"].text(), data);
    if (const Value wanted = rule["IsPresent"]) return (found != nullptr) == *wanted.boolean();
    if (!found) throw Failure{rule["Variable"]};
    if (const Value wanted = rule["IsString"]) return (found->kind == Kind::string) == *wanted.boolean();
    if (const Value wanted = rule["NumericEquals"])
      return found->kind == Kind::number && found->text == wanted.text();
    return found->kind == Kind::string && found->text == rule["StringEquals"].text();
  }

  const Flow& flow_;
  const Json input_;
  Json variables_{Kind::object, {}, {}, {}};
  Json map_item_;
  bool agrees_ = true;
};

// Makes machines of a few states whose fields read and write a few names.
class Machines {
 public:
  explicit Machines(uint32_t seed) : random_(seed) {}

  std::string scope(int depth, const std::string& prefix) {
    const int count = 1 + pick(4);
    std::string states;
    for (int i = 0; i < count; ++i) {
      const std::string next = prefix + std::to_string(pick(count));
      states +=
          (i ? ", \"" : "\"") + prefix + std::to_string(i) + "\": " +
          state(depth, prefix + std::to_string(i), i + 1 < count ? prefix + std::to_string(i + 1) : "", next);
    }
    return "{\"StartAt\": \"" + prefix + "0\", \"States\": {" + states + "}}";
  }

  std::string value(int depth) {
    switch (pick(depth > 0 ? 6 : 3)) {
      case 0:
        return std::to_string(pick(3));
      case 1:
        return chance(2) ? "\"x\"" : "\"y\"";
      case 2:
        return "true";
      case 3:
        return "[" + value(depth - 1) + ", " + value(depth - 1) + "]";
      default:
        return "{\"" + name() + "\": " + value(depth - 1) + ", \"" + name() + "\": " + value(depth - 1) + "}";
    }
  }

 private:
  int pick(int count) { return static_cast<int>(random_() % static_cast<uint32_t>(count)); }
  bool chance(int of) { return pick(of) == 0; }
  std::string name() { return std::string(1, static_cast<char>('a' + pick(4))); }

  std::string path() {
    std::string text = chance(8) ? "$$.Execution.Input" : chance(8) ? "$v" : "$";
    for (int steps = pick(3); steps > 0; --steps)
      text += chance(5) ? "[" + std::to_string(pick(2)) + "]" : "." + name();
    return text;
  }
  std::string field(const std::string& key, const std::string& text) { return ", \"" + key + "\": " + text; }
  std::string quoted(const std::string& text) { return "\"" + text + "\""; }

  std::string payload(int depth) {
    if (depth == 0 || chance(3)) return value(1);
    return "{\"" + name() + ".$\": " + quoted(path()) + ", \"" +
           std::string(1, static_cast<char>('e' + pick(2))) + "\": " + payload(depth - 1) + "}";
  }

  std::string rule(int depth) {
    if (depth > 0 && chance(3))
      return std::string(chance(2) ? R"("And": [{)" : R"("Or": [{)") + rule(depth - 1) + "}, {" +
             rule(depth - 1) + "}]";
    if (depth > 0 && chance(4)) return R"("Not": {)" + rule(depth - 1) + "}";
    const std::string variable = R"("Variable": )" + quoted(path()) + ", ";
    switch (pick(4)) {
      case 0:
        return variable + R"("StringEquals": "x")";
      case 1:
        return variable + R"("NumericEquals": 1)";
      case 2:
        return variable + (chance(2) ? R"("IsString": true)" : R"("IsString": false)");
      default:
        return variable + (chance(2) ? R"("IsPresent": true)" : R"("IsPresent": false)");
    }
  }

  std::string choice(const std::string& after, const std::string& loop) {
    return R"({"Type": "Choice", "Choices": [{)" + rule(2) + R"(, "Next": )" + quoted(loop) + R"(}, {)" +
           rule(1) + R"(, "Next": )" + quoted(after) + R"(}], "Default": )" + quoted(after) + "}";
  }

  std::string state(int depth, const std::string& own, const std::string& after, const std::string& loop) {
    if (!after.empty() && chance(3)) return choice(after, loop);
    const int type = depth > 0 ? pick(4) : 0;
    std::string text = type == 1 ? R"({"Type": "Parallel", "Branches": [)" + scope(depth - 1, own + "p") +
                                       ", " + scope(depth - 1, own + "q") + "]"
                       : type == 2 ? R"({"Type": "Map", "ItemProcessor": )" + scope(depth - 1, own + "m")
                                   : R"({"Type": "Pass")";
    if (type == 2 && chance(2)) text += field("ItemsPath", quoted("$." + name()));
    if (type == 2 && chance(2))
      text += field("ItemSelector", "{\"a.$\": \"$$.Map.Item.Value\", \"b.$\": " + quoted(path()) + "}");
    if (type != 2 && chance(2)) text += field("Parameters", payload(2));
    if (type == 3 && chance(2)) text += field("Result", value(2));
    if (type > 0 && type < 3 && chance(3)) text += field("ResultSelector", payload(1));
    if (chance(5)) text += field("InputPath", chance(4) ? "null" : quoted("$." + name()));
    if (chance(2))
      text +=
          field("ResultPath", chance(5) ? "null" : quoted("$." + name() + (chance(3) ? "." + name() : "")));
    if (chance(6)) text += field("OutputPath", chance(6) ? "null" : quoted("$." + name()));
    if (chance(4)) text += field("Assign", "{\"v.$\": " + quoted(path()) + "}");
    return text + (after.empty() ? R"(, "End": true})" : field("Next", quoted(after)) + "}");
  }

  std::mt19937 random_;
};

}  // namespace

TEST_SUITE("asl/types/differential") {
  TEST_CASE("what an execution produces belongs to the types of the flow") {
    for (uint32_t seed = 0; seed < 4000; ++seed) {
      Machines machines(seed);
      const std::string text = machines.scope(2, "S"), sample = machines.value(3);
      const Trial trial(text);
      const Source source("input", sample);
      const json::Parsed input = json::parse(source, 1);
      CAPTURE(seed);
      CAPTURE(text);
      CAPTURE(sample);
      const Flow unknown(*trial.machine, nullptr), known(*trial.machine, nullptr, &*input.document);
      CHECK(Interpreter(unknown, copied(input.document->root())).agrees(trial.machine->root_scope()));
      CHECK(Interpreter(known, copied(input.document->root())).agrees(trial.machine->root_scope()));
    }
  }
}
