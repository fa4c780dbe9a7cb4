#include "cli/data/data_tree.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/report/json_writer.h"
#include "cli/report/printable.h"
#include "lint/asl/types/wording.h"

namespace sfn::cli {

namespace {

namespace kind = asl::intrinsic;
using asl::types::Existence;
using asl::types::Type;

// Members that are shown, by their depth: those of the data itself, and of what is in it.
constexpr size_t most_members[] = {40, 6};
constexpr size_t deepest = std::size(most_members);

DataOrigin::Kind kind_of(asl::types::Origin origin) {
  switch (origin) {
    case asl::types::Origin::api:
      return DataOrigin::Kind::result;
    case asl::types::Origin::error_output:
      return DataOrigin::Kind::error;
    case asl::types::Origin::writer:
      return DataOrigin::Kind::writer;
    case asl::types::Origin::definition:
    case asl::types::Origin::sample:
      break;
  }
  return DataOrigin::Kind::state;
}

std::string call_of(const asl::State& state) {
  std::string_view resource = state["Resource"].text();
  constexpr std::string_view before = ":states:::";
  if (const size_t at = resource.find(before); at != npos) resource.remove_prefix(at + before.size());
  return std::string(resource);
}

std::string scalar(Value value) {
  if (value.is_object() || value.is_array()) return {};
  return value.is_string() ? json_string(value.text()) : std::string(value.text());
}

// A name that a path cannot have behind a dot is put into brackets.
std::string step_text(std::string_view name) {
  if (name.empty()) return "[*]";
  const auto plain = [](char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  if (std::all_of(name.begin(), name.end(), plain)) return fmt::format(".{}", name);
  return fmt::format("['{}']", name);
}

std::string in_words(const DataOrigin& origin) {
  const std::string state = printable(origin.state);
  switch (origin.kind) {
    case DataOrigin::Kind::input:
      return fmt::format("from the execution input `{}`", printable(origin.path));
    case DataOrigin::Kind::state:
      return fmt::format("made by `{}` (line {})", state, origin.line);
    case DataOrigin::Kind::result:
      return fmt::format("the result of `{}` ({}, line {})", state, printable(origin.call), origin.line);
    case DataOrigin::Kind::error:
      return fmt::format("the error of `{}` (line {})", state, origin.line);
    case DataOrigin::Kind::writer:
      return fmt::format("where `{}` writes its results (line {})", state, origin.line);
  }
  return {};
}

}  // namespace

std::string DataTree::input_path(uint32_t step) const {
  const auto& steps = types_.input_steps();
  std::string path;
  for (; step != 0; step = steps[step].parent) path.insert(0, step_text(steps[step].name));
  return "$" + path;
}

std::optional<DataOrigin> DataTree::origin(Type type) const {
  if (const auto step = types_.input_path(type))
    return DataOrigin{DataOrigin::Kind::input, input_path(*step)};
  const asl::State* maker = asl::types::maker(machine_, types_, type);
  if (!maker) return std::nullopt;
  const asl::types::Provenance from = types_.provenance(type);
  const Span place = machine_.document().span(machine_.document().at(from.maker).label());
  return DataOrigin{kind_of(from.origin), "", std::string(maker->name), lines_.position(place.begin).line,
                    call_of(*maker)};
}

DataNode DataTree::node(Type type, size_t depth, const DataOrigin* around) const {
  DataNode made;
  made.type = types_.kinds(type) == kind::any ? "anything" : asl::types::describe(types_, type);
  made.value = scalar(types_.literal(type));
  made.origin = origin(type);
  const std::optional<DataOrigin> own = made.origin;
  if (around && own && own->same_place(*around)) made.origin.reset();
  if (own) around = &*own;
  add_members(type, depth, around, made);
  add_items(type, depth, around, made);
  add_others(type, made);
  return made;
}

void DataTree::add_members(Type type, size_t depth, const DataOrigin* around, DataNode& into) const {
  if (!types_.can_be(type, kind::object) || types_.input_path(type)) return;
  std::vector<std::string_view> names = types_.names(type);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const size_t most = depth < deepest ? most_members[depth] : 0;
  into.more = names.size() > most ? names.size() - most : 0;
  names.resize(names.size() - into.more);
  for (const std::string_view name : names) {
    const asl::types::Found found = types_.member(type, name);
    DataNode& member = into.members.emplace_back(node(found.type, depth + 1, around));
    member.name = name;
    member.maybe = found.existence != Existence::present;
  }
}

void DataTree::add_items(Type type, size_t depth, const DataOrigin* around, DataNode& into) const {
  if (depth >= deepest || !types_.can_be(type, kind::array) || !types_.known(type) || types_.input_path(type))
    return;
  const Type each = types_.each(type);
  if (each == Type()) return;
  DataNode& item = into.members.emplace_back(node(each, depth + 1, around));
  item.name = "[]";
}

void DataTree::add_others(Type type, DataNode& into) const {
  const auto others = types_.others(type);
  if (!others) return;
  const auto step = types_.input_path(*others);
  into.others = step || *others == Type();
  if (step) into.others_path = input_path(*step);
}

std::string in_words(const DataNode& node) {
  std::string text = node.value.empty() ? node.type : fmt::format("{} {}", node.type, printable(node.value));
  if (node.maybe) text += ", may be absent";
  if (node.origin) text += ", " + in_words(*node.origin);
  return text;
}

}  // namespace sfn::cli
