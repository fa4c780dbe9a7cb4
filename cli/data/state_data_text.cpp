#include <fmt/core.h>

#include <algorithm>

#include "cli/data/state_data.h"
#include "cli/report/printable.h"

namespace sfn::cli {

namespace {

constexpr size_t widest_name = 24;

void add_line(size_t depth, std::string_view line, std::string& text) {
  text.append(2 * depth, ' ').append(line) += '\n';
}

void add_members(const DataNode& node, size_t depth, std::string& text) {
  size_t width = 0;
  for (const DataNode& member : node.members)
    width = std::max(width, std::min(widest_name, printable(member.name).size()));
  for (const DataNode& member : node.members) {
    add_line(depth, fmt::format("{:<{}}  {}", printable(member.name), width, in_words(member)), text);
    add_members(member, depth + 1, text);
  }
  // What is deeper is not counted: the type says that there is something.
  if (node.more > 0 && !node.members.empty()) add_line(depth, fmt::format("... {} more", node.more), text);
  if (!node.others_path.empty())
    add_line(depth, fmt::format("...  what else is in the execution input `{}`", printable(node.others_path)),
             text);
  else if (node.others) add_line(depth, "...  others that are not known", text);
}

void add_variables(const DataNode& variables, std::string& text) {
  if (variables.members.empty()) return;
  text += "  variables\n";
  DataNode named = variables;
  named.others = false;
  for (DataNode& member : named.members) member.name.insert(0, "$");
  add_members(named, 2, text);
}

std::string target(const StateData& state, const GivenData& way) {
  std::string text = way.to.empty() ? "as the result of " + state.scope : "to ";
  for (size_t i = 0; i < way.to.size(); ++i)
    text += fmt::format("{}`{}`", i == 0 ? "" : ", ", printable(way.to[i]));
  return way.caught ? text + " after an error" : text;
}

void add_given(const StateData& state, const GivenData& way, std::string& text) {
  text += fmt::format("gives {}: {}\n", target(state, way),
                      way.same_data ? "what it received" : in_words(way.given.data));
  if (!way.same_data) add_members(way.given.data, 1, text);
  if (!way.same_variables) add_variables(way.given.variables, text);
}

}  // namespace

std::string state_data_text(const StateData& state) {
  std::string text =
      fmt::format("`{}` in {}{}, line {}\n", printable(state.state), printable(state.file),
                  state.resource.empty() ? "" : fmt::format(" ({})", printable(state.resource)), state.line);
  if (state.spent) return text + "the data of this definition is too much to follow\n";
  if (!state.receives) return text + "no way leads to this state\n";
  text += "receives " + in_words(state.receives->data) + "\n";
  add_members(state.receives->data, 1, text);
  add_variables(state.receives->variables, text);
  for (const GivenData& way : state.gives) add_given(state, way, text);
  if (state.gives.empty()) text += "gives nothing\n";
  return text;
}

}  // namespace sfn::cli
