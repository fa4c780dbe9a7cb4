#include "lint/asl/dataflow/evaluator.h"

#include <algorithm>

#include "lint/asl/context_object.h"
#include "lint/asl/jsonata/analysis.h"
#include "lint/asl/payload.h"

namespace sfn::asl::dataflow {

namespace {

using path::Path;
using path::Root;
using path::Step;

Kinds kinds_of(context_object::Type type) {
  switch (type) {
    case context_object::Type::object:
      return intrinsic::object;
    case context_object::Type::text:
    case context_object::Type::timestamp:
      return intrinsic::string;
    case context_object::Type::number:
      return intrinsic::number;
    case context_object::Type::any:
      break;
  }
  return intrinsic::any;
}

// Where a path begins in the data that is known: a value and the first step to take from it.
struct PathStart {
  Datum datum;
  size_t step;
  bool certain;  // whether it is there
};

// AWS adds fields to the context object, so nothing is missing from it; but what a field holds is known.
PathStart in_context(const Path& path, const Roots& roots) {
  if (path::begins_with(path, Root::context, {"Execution", "Input"})) return {roots.execution_input, 2, true};
  if (path::begins_with(path, Root::context, {"Map", "Item", "Value"})) return {roots.map_item, 3, true};
  const auto names = path::leading_members(path);
  const auto reading = context_object::read(names);
  if (names.size() != path.steps.size() || !reading.field || reading.unknown)
    return {Datum(), path.steps.size(), false};
  return {Datum::unknown(kinds_of(reading.field->type)), path.steps.size(), false};
}

PathStart begin(const Path& path, const Roots& roots) {
  if (path.root == Root::data) return {roots.data, 0, true};
  if (path.root == Root::context) return in_context(path, roots);
  return {Datum(), path.steps.size(), false};
}

// Wildcards and filters gather what they find in an array; a function gives anything.
Datum beyond(const Path& path, size_t first) {
  const bool calls = std::any_of(path.steps.begin() + static_cast<std::ptrdiff_t>(first), path.steps.end(),
                                 [](const Step& step) { return step.kind == Step::Kind::function; });
  return calls || !may_match_many(path) ? Datum() : Datum::unknown(intrinsic::array);
}

}  // namespace

Resolved resolve(const Path& path, const Roots& roots, Work& work) {
  auto [datum, step, certain] = begin(path, roots);
  for (; step < path.steps.size(); ++step) {
    const Step& at = path.steps[step];
    if (at.kind != Step::Kind::member && at.kind != Step::Kind::index)
      return {Existence::maybe, beyond(path, step)};
    Found found = at.kind == Step::Kind::member ? datum.member(at.text, work) : datum.item(at.index, work);
    // A step before that is not there on some ways leads nowhere on them either.
    if (found.existence == Existence::missing) return {Existence::missing, {}, step, datum};
    certain = certain && found.existence == Existence::present;
    datum = std::move(found.datum);
  }
  return {certain ? Existence::present : Existence::maybe, datum};
}

Evaluator::Evaluator(const Machine& machine, Work& work) : work_(work) {
  for (const Expression& expression : machine.expressions())
    expressions_.emplace(expression.value.id(), &expression);
}

const Expression* Evaluator::find(Value value) const {
  const auto found = expressions_.find(value.id());
  return found == expressions_.end() ? nullptr : found->second;
}

Datum Evaluator::expression(Value value, const Roots& roots) {
  const Expression* found = find(value);
  if (!found || !work_.spend(1)) return {};
  const bool failed_before = failed_;
  failed_ = false;
  const Datum datum = evaluate(*found, roots);
  if (recording_ && !failed_) values_.emplace(value.id(), datum);
  failed_ = failed_ || failed_before;
  return datum;
}

Datum Evaluator::evaluate(const Expression& expression, const Roots& roots) {
  if (const auto* path = expression.path())
    return path->fault ? Datum() : follow(expression, path->path, roots);
  if (const auto* parsed = expression.intrinsic())
    return parsed->call ? call(expression, *parsed->call, roots) : Datum();
  if (const auto* parsed = expression.jsonata()) return parsed->fault ? Datum() : jsonata(expression, roots);
  return {};
}

Datum Evaluator::follow(const Expression& expression, const Path& path, const Roots& roots) {
  const Resolved resolved = resolve(path, roots, work_);
  if (resolved.existence == Existence::missing) miss(expression, path, resolved);
  return resolved.datum;
}

void Evaluator::miss(const Expression& expression, const Path& path, const Resolved& resolved) {
  const Step& step = path.steps[resolved.step];
  const uint32_t holder_end =
      resolved.step == 0 ? path.root_span.end : path.steps[resolved.step - 1].span.end;
  fail({&expression,
        &path,
        {path.span.begin, step.span.end},
        step.kind == Step::Kind::member ? step.text : std::string_view(),
        holder_end,
        resolved.holder});
}

void Evaluator::fail(Missing missing) {
  failed_ = true;
  if (recording_) missing_.push_back(std::move(missing));
}

Datum Evaluator::call(const Expression& expression, const intrinsic::Call& call, const Roots& roots) {
  std::vector<Datum> arguments;
  for (const intrinsic::Argument& one : call.arguments) arguments.push_back(argument(expression, one, roots));
  if (call.name == "States.Array") return Datum::array(std::move(arguments));
  return Datum::unknown(intrinsic::result_kinds(call));
}

Datum Evaluator::argument(const Expression& expression, const intrinsic::Argument& argument,
                          const Roots& roots) {
  if (argument.path) return follow(expression, *argument.path, roots);
  if (argument.call) return call(expression, *argument.call, roots);
  return Datum::unknown(intrinsic::argument_kinds(argument));
}

namespace {

using jsonata::NodeIndex;
using jsonata::NodeKind;
using jsonata::Tree;

// The names of `$states.a.b`, each with the end of its step in the text; empty for any other expression.
struct Name {
  std::string_view name;
  uint32_t end;
};
std::vector<Name> chain(const Tree& tree, NodeIndex at) {
  std::vector<Name> names;
  for (; tree[at].kind == NodeKind::step; at = tree.child(at, 0)) {
    const NodeIndex right = tree.child(at, 1);
    if (tree[right].kind != NodeKind::name || tree[right].keep_array || tree[at].keep_array) return {};
    names.push_back({tree.name(right), tree[right].end});
  }
  if (tree[at].kind != NodeKind::variable || tree[at].keep_array || tree.name(at) != "states") return {};
  std::reverse(names.begin(), names.end());
  return names;
}

bool begins(const std::vector<Name>& names, std::initializer_list<std::string_view> wanted) {
  return names.size() >= wanted.size() &&
         std::equal(wanted.begin(), wanted.end(), names.begin(),
                    [](std::string_view a, const Name& b) { return a == b.name; });
}

}  // namespace

// A step maps over an array, so that only objects tell what is missing.
Datum Evaluator::jsonata(const Expression& expression, const Roots& roots) {
  const Tree& tree = expression.jsonata()->tree;
  const NodeIndex root = jsonata::bare(tree, tree.root());
  const std::vector<Name> names = chain(tree, root);
  const bool from_input = begins(names, {"input"});
  if (!from_input && !begins(names, {"context", "Execution", "Input"})) return {};
  Datum datum = from_input ? roots.data : roots.execution_input;
  for (size_t i = from_input ? 1 : 3; i < names.size(); ++i) {
    if (datum.can_be(intrinsic::array)) return {};
    Found found = datum.member(names[i].name, work_);
    if (found.existence == Existence::missing) {
      fail({&expression, nullptr, {tree[root].begin, names[i].end}, names[i].name, names[i - 1].end, datum});
      return {};
    }
    datum = std::move(found.datum);
  }
  return datum;
}

// Depth is that of the document, which its reader bounds. A part without expressions stays the node it is.
Datum Evaluator::payload(Value value, QueryLanguage language, const Roots& roots) {
  if (value.is_object()) return object(value, language, roots);
  if (value.is_array()) return array(value, language, roots);
  if (language == QueryLanguage::jsonata && is_jsonata(value)) return expression(value, roots);
  return Datum(value);
}

Datum Evaluator::object(Value value, QueryLanguage language, const Roots& roots) {
  std::vector<Member> members;
  bool plain = true;
  for (Value child : value) {
    work_.spend(1);
    const Parameter parameter = asl::parameter(child, language);
    Datum datum = parameter.dynamic ? expression(child, roots) : payload(child, language, roots);
    plain = plain && !parameter.dynamic && same(datum, Datum(child));
    members.push_back({parameter.name, std::move(datum)});
  }
  return plain ? Datum(value) : Datum::object(std::move(members), value.open());
}

Datum Evaluator::array(Value value, QueryLanguage language, const Roots& roots) {
  std::vector<Datum> items;
  bool plain = true, opaque = false;
  for (Value child : value) {
    work_.spend(1);
    items.push_back(payload(child, language, roots));
    plain = plain && same(items.back(), Datum(child));
    opaque = opaque || child.is_opaque();
  }
  if (plain) return Datum(value);
  return opaque ? Datum::unknown(intrinsic::array) : Datum::array(std::move(items));
}

}  // namespace sfn::asl::dataflow
