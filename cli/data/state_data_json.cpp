#include "cli/data/state_data.h"
#include "cli/report/json_writer.h"

namespace sfn::cli {

namespace {

constexpr const char* origin_names[] = {"input", "state", "result", "error", "writer"};

class StateDataWriter {
 public:
  std::string write(const StateData& state) {
    json_.open_object();
    json_.text("file", state.file);
    if (!state.resource.empty()) json_.text("resource", state.resource);
    json_.text("state", state.state);
    json_.number("line", state.line);
    if (state.spent) json_.truth("tooMuchToFollow", true);
    json_.truth("reached", state.receives.has_value());
    if (state.receives) both("receives", *state.receives);
    json_.open_array("gives");
    for (const GivenData& way : state.gives) given(way);
    json_.close_array();
    json_.close_object();
    std::string text;
    json_.pass_on_indented(text);
    return text;
  }

 private:
  void given(const GivenData& way) {
    json_.open_object();
    json_.open_array("to");
    for (const std::string& to : way.to) json_.text(to);
    json_.close_array();
    if (way.caught) json_.truth("afterError", true);
    node("data", way.given.data);
    node("variables", way.given.variables);
    json_.close_object();
  }

  void both(const char* key, const DataAndVariables& all) {
    json_.open_object(key);
    node("data", all.data);
    node("variables", all.variables);
    json_.close_object();
  }

  void node(const char* key, const DataNode& node) {
    json_.open_object(key);
    json_.text("type", node.type);
    if (!node.value.empty()) json_.written("value", node.value);
    if (node.maybe) json_.truth("mayBeAbsent", true);
    if (node.origin) origin(*node.origin);
    members(node);
    if (node.more > 0) json_.number("membersLeftOut", node.more);
    if (node.others) json_.text("others", node.others_path.empty() ? "unknown" : node.others_path);
    json_.close_object();
  }

  void members(const DataNode& all) {
    if (all.members.empty()) return;
    json_.open_array("members");
    for (const DataNode& member : all.members) {
      json_.open_object();
      json_.text("name", member.name);
      node("is", member);
      json_.close_object();
    }
    json_.close_array();
  }

  void origin(const DataOrigin& from) {
    json_.open_object("from");
    json_.text("kind", origin_names[static_cast<size_t>(from.kind)]);
    if (!from.path.empty()) json_.text("path", from.path);
    if (!from.state.empty()) json_.text("state", from.state);
    if (from.line > 0) json_.number("line", from.line);
    if (from.kind == DataOrigin::Kind::result) json_.text("call", from.call);
    json_.close_object();
  }

  JsonWriter json_;
};

}  // namespace

std::string state_data_json(const StateData& state) { return StateDataWriter().write(state); }

}  // namespace sfn::cli
