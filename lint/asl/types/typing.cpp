#include "lint/asl/types/typing.h"

#include <algorithm>

#include "lint/asl/payload.h"

namespace sfn::asl::types {

namespace {

using path::Path;
using path::Root;
using path::Step;

// Wildcards and filters gather what they find in an array; a function gives anything.
Type beyond(Types& types, const Path& path, size_t first) {
  const bool calls = std::any_of(path.steps.begin() + static_cast<std::ptrdiff_t>(first), path.steps.end(),
                                 [](const Step& step) { return step.kind == Step::Kind::function; });
  return calls || !may_match_many(path) ? Type() : types.unknown(intrinsic::array);
}

Typed root_of(Types& types, const Path& path, const Roots& roots) {
  if (path.root == Root::data) return {Existence::present, roots.data};
  if (path.root == Root::context) return {Existence::present, roots.context};
  if (path.root != Root::variable) return {};
  // Whether a variable is set is the matter of the rules on variables.
  const Found found = types.member(roots.variables, path.variable);
  const bool set = found.existence == Existence::present;
  return {set ? Existence::present : Existence::maybe,
          found.existence == Existence::missing ? Type() : found.type};
}

Resolved resolve_from(Types& types, const Path& path, size_t step, Typed start) {
  Resolved at{start.existence, start.type, step, {}};
  for (; step < path.steps.size(); ++step) {
    const Step& next = path.steps[step];
    if (next.kind != Step::Kind::member && next.kind != Step::Kind::index)
      return {Existence::maybe, beyond(types, path, step), step, at.type};
    const Found found =
        next.kind == Step::Kind::member ? types.member(at.type, next.text) : types.item(at.type, next.index);
    // A step before that is not there on some ways leads nowhere on them either.
    if (found.existence == Existence::missing) return {Existence::missing, found.type, step, at.type};
    if (found.existence == Existence::maybe) at.existence = Existence::maybe;
    at.type = found.type;
  }
  return at;
}

}  // namespace

Resolved resolve(Types& types, const Path& path, const Roots& roots) {
  return resolve_from(types, path, 0, root_of(types, path, roots));
}

Typing::Typing(const Machine& machine, Types& types) : machine_(machine), types_(types), contexts_(types) {
  const auto& all = machine.expressions();
  by_node_.assign(machine.document().size(), none);
  values_.resize(all.size());
  for (uint32_t i = 0; i < all.size(); ++i) by_node_[all[i].value.id()] = i;
}

const Expression* Typing::find(Value value) const {
  if (!value || by_node_[value.id()] == none) return nullptr;
  return &machine_.expressions()[by_node_[value.id()]];
}

std::optional<Type> Typing::value(NodeId node) const {
  return node < by_node_.size() && by_node_[node] != none ? values_[by_node_[node]] : std::nullopt;
}

Type Typing::expression(Value value, const Roots& roots) {
  const Expression* found = find(value);
  if (!found || !types_.work().spend(1)) return {};
  const Type type = typed(*found, roots).type;
  if (recording && keeps_values) values_[by_node_[value.id()]] = type;
  return type;
}

Typed Typing::typed(const Expression& expression, const Roots& roots) {
  if (const auto* path = expression.path()) {
    if (path->fault) return {};
    const Resolved resolved = follow(expression, path->path, roots);
    return {resolved.existence, resolved.type};
  }
  if (const auto* parsed = expression.intrinsic()) {
    if (!parsed->call) return {};
    return {Existence::present, call(expression, *parsed->call, roots)};
  }
  if (const auto* parsed = expression.jsonata(); parsed && !parsed->fault)
    return jsonata_type(*this, expression, roots);
  return {};
}

// A member that is meant by another spelling is followed, so that all its names can be told at once.
Resolved Typing::follow(const Expression& expression, const Path& path, const Roots& roots) {
  Resolved resolved = resolve(types_, path, roots);
  const Resolved first = resolved;
  while (resolved.existence == Existence::missing) {
    miss(expression, path, resolved);
    if (resolved.type == Type()) break;
    resolved = resolve_from(types_, path, resolved.step + 1, {Existence::maybe, resolved.type});
  }
  // What is behind a wildcard or a filter is gathered from the value before it.
  if (resolved.existence == Existence::maybe && types_.input_path(resolved.holder))
    note_input(expression, {path.span.begin, path.steps[resolved.step].span.begin}, resolved.holder, true);
  else note_input(expression, path.span, resolved.type, true);
  return {first.existence, resolved.type, first.step, first.holder};
}

void Typing::miss(const Expression& expression, const Path& path, const Resolved& resolved) {
  const Step& step = path.steps[resolved.step];
  const bool member = step.kind == Step::Kind::member;
  const uint32_t holder_end =
      resolved.step == 0 ? path.root_span.end : path.steps[resolved.step - 1].span.end;
  miss({&expression,
        &path,
        {path.span.begin, step.span.end},
        member && step.name.begin < step.name.end ? step.name : step.span,
        member ? step.text : std::string_view(),
        holder_end,
        resolved.holder});
}

void Typing::miss(Missing missing) {
  if (quiet > 0) return;
  missing.sure = sure;
  failed = failed || (sure && missing.whole && types_.provenance(missing.holder).origin <= Origin::sample);
  if (recording) facts.missing.push_back(missing);
}

void Typing::note_input(const Expression& expression, Span span, Type type, bool needed) {
  if (!recording) return;
  if (const auto path = types_.input_path(type))
    facts.input_readings.push_back({*path, &expression, span, needed && sure && quiet == 0});
}

Type Typing::call(const Expression& expression, const intrinsic::Call& call, const Roots& roots) {
  std::vector<Type> arguments;
  for (const intrinsic::Argument& one : call.arguments) arguments.push_back(argument(expression, one, roots));
  if (call.name == "States.Array")
    return types_.array(std::move(arguments), {Origin::definition, expression.value.id()});
  return types_.unknown(intrinsic::result_kinds(call));
}

Type Typing::argument(const Expression& expression, const intrinsic::Argument& argument, const Roots& roots) {
  if (argument.path) return follow(expression, *argument.path, roots).type;
  if (argument.call) return call(expression, *argument.call, roots);
  return types_.unknown(intrinsic::argument_kinds(argument));
}

// Depth is that of the document, which its reader bounds. A part without expressions stays the node it is.
Type Typing::payload(Value value, QueryLanguage language, const Roots& roots) {
  if ((value.is_object() || value.is_array()) && is_plain(value, language)) return types_.literal(value);
  if (value.is_object()) return object(value, language, roots);
  if (value.is_array()) return array(value, language, roots);
  if (language == QueryLanguage::jsonata && is_jsonata(value)) return expression(value, roots);
  return types_.literal(value);
}

bool Typing::is_plain(Value value, QueryLanguage language) {
  for (Value child : value) {
    if (!types_.work().spend(1) || asl::parameter(child, language).dynamic) return false;
    if ((child.is_object() || child.is_array()) && !is_plain(child, language)) return false;
  }
  return true;
}

Type Typing::object(Value value, QueryLanguage language, const Roots& roots) {
  std::vector<Member> members;
  for (Value child : value) {
    if (!types_.work().spend(1)) return {};
    const Parameter parameter = asl::parameter(child, language);
    const Type type = parameter.dynamic ? expression(child, roots) : payload(child, language, roots);
    members.push_back({parameter.name, type});
  }
  return types_.object(std::move(members), value.open() ? std::optional(Type()) : std::nullopt,
                       {Origin::definition, value.id()});
}

Type Typing::array(Value value, QueryLanguage language, const Roots& roots) {
  std::vector<Type> items;
  bool opaque = false;
  for (Value child : value) {
    if (!types_.work().spend(1)) return {};
    items.push_back(payload(child, language, roots));
    opaque = opaque || child.is_opaque();
  }
  return opaque ? types_.unknown(intrinsic::array)
                : types_.array(std::move(items), {Origin::definition, value.id()});
}

}  // namespace sfn::asl::types
