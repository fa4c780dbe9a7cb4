#include "lint/asl/context_object.h"

#include <algorithm>
#include <string>
#include <vector>

#include "lint/nearest.h"

namespace sfn::asl::context_object {
namespace {

constexpr Field table[] = {
    {"Execution", Type::object, Present::always},
    {"Execution.Id", Type::text, Present::always},
    {"Execution.Input", Type::any, Present::always},
    {"Execution.Name", Type::text, Present::always},
    {"Execution.RoleArn", Type::text, Present::always},
    {"Execution.StartTime", Type::timestamp, Present::always},
    {"Execution.RedriveCount", Type::number, Present::always},
    {"Execution.RedriveTime", Type::timestamp, Present::after_redrive},
    {"State", Type::object, Present::in_state},
    {"State.EnteredTime", Type::timestamp, Present::in_state},
    {"State.Name", Type::text, Present::in_state},
    {"State.RetryCount", Type::number, Present::in_state},
    {"StateMachine", Type::object, Present::always},
    {"StateMachine.Id", Type::text, Present::always},
    {"StateMachine.Name", Type::text, Present::always},
    {"Task", Type::object, Present::in_callback_task},
    {"Task.Token", Type::text, Present::in_callback_task},
    {"Map", Type::object, Present::in_map_item},
    {"Map.Item", Type::object, Present::in_map_item},
    {"Map.Item.Index", Type::number, Present::in_map_item},
    {"Map.Item.Key", Type::text, Present::in_map_item},
    {"Map.Item.Source", Type::text, Present::in_map_item},
    {"Map.Item.Value", Type::any, Present::in_map_item},
};

// What people write who know the API or an environment variable rather than the context object. Letter case
// is ignored.
struct Alias {
  std::string_view written, meant;
};
constexpr Alias aliases[] = {
    {"Execution.Arn", "Execution.Id"},
    {"Execution.ExecutionArn", "Execution.Id"},
    {"Execution.ExecutionId", "Execution.Id"},
    {"Execution.ExecutionName", "Execution.Name"},
    {"Execution.Role", "Execution.RoleArn"},
    {"Execution.StartDate", "Execution.StartTime"},
    {"Execution.StartedAt", "Execution.StartTime"},
    {"Execution.StateMachineArn", "StateMachine.Id"},
    {"Execution.StateMachineId", "StateMachine.Id"},
    {"Execution.StateMachineName", "StateMachine.Name"},
    {"Execution.StateMachine", "StateMachine"},
    {"Execution.TaskToken", "Task.Token"},
    {"ExecutionArn", "Execution.Id"},
    {"ExecutionId", "Execution.Id"},
    {"ExecutionName", "Execution.Name"},
    {"Input", "Execution.Input"},
    {"RoleArn", "Execution.RoleArn"},
    {"StartTime", "Execution.StartTime"},
    {"State.StartTime", "State.EnteredTime"},
    {"State.EntryTime", "State.EnteredTime"},
    {"State.Retries", "State.RetryCount"},
    {"StateName", "State.Name"},
    {"StateMachine.Arn", "StateMachine.Id"},
    {"StateMachine.StateMachineArn", "StateMachine.Id"},
    {"StateMachineArn", "StateMachine.Id"},
    {"StateMachineName", "StateMachine.Name"},
    {"Task.TaskToken", "Task.Token"},
    {"TaskToken", "Task.Token"},
    {"Token", "Task.Token"},
    {"State.Token", "Task.Token"},
    {"State.TaskToken", "Task.Token"},
    {"Map.Index", "Map.Item.Index"},
    {"Map.Key", "Map.Item.Key"},
    {"Map.Value", "Map.Item.Value"},
    {"Map.Source", "Map.Item.Source"},
    {"Item.Index", "Map.Item.Index"},
    {"Item.Key", "Map.Item.Key"},
    {"Item.Value", "Map.Item.Value"},
};

std::string dotted(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += '.';
    out += name;
  }
  return out;
}

const Field* find(std::string_view path) {
  const auto found =
      std::find_if(std::begin(table), std::end(table), [&](const Field& f) { return f.path == path; });
  return found == std::end(table) ? nullptr : &*found;
}

// The field that these very names mean: letter case aside, or by an alias.
std::optional<std::string_view> same_or_alias(std::span<const std::string_view> names) {
  const std::string written = dotted(names);
  for (const Field& field : table)
    if (equal_without_case(field.path, written)) return field.path;
  for (const Alias& alias : aliases)
    if (equal_without_case(alias.written, written)) return alias.meant;
  return {};
}

// The field of the object `parent` ("" for the whole) whose name is nearest.
std::optional<std::string_view> nearest_member(const std::string& parent, std::string_view name) {
  const std::string prefix = parent.empty() ? "" : parent + ".";
  std::vector<std::string_view> members;
  for (const Field& field : table)
    if (field.path.starts_with(prefix) && field.path.find('.', prefix.size()) == field.path.npos)
      members.push_back(field.path.substr(prefix.size()));
  const auto near = nearest(name, members);
  return near ? std::optional(find(prefix + std::string(*near))->path) : std::nullopt;
}

// A wrong name may stand for the start of a path: `Map.Index`, `execution.id`. The longest match says most.
void guess(std::span<const std::string_view> names, size_t wrong, Reading& reading) {
  for (size_t length = std::min(names.size(), wrong + 3); length > wrong; --length) {
    reading.meant = same_or_alias(names.first(length));
    reading.replaces = length;
    if (reading.meant) return;
  }
  reading.meant = nearest_member(dotted(names.first(wrong)), names[wrong]);
  reading.replaces = reading.meant ? wrong + 1 : 0;
}

}  // namespace

std::span<const Field> fields() { return table; }

Reading read(std::span<const std::string_view> names) {
  Reading reading;
  for (size_t i = 0; i < names.size(); ++i) {
    if (reading.field && reading.field->type == Type::any) return reading;
    const Field* field = find(dotted(names.first(i + 1)));
    if (!field) {
      reading.unknown = i;
      guess(names, i, reading);
      return reading;
    }
    reading.field = field;
  }
  return reading;
}

bool looks_like_context(std::span<const std::string_view> names) {
  // Asked of every path, so most are told apart by their first name.
  if (names.empty() || !find(names.front())) return false;
  const Reading reading = read(names);
  if (!reading.field || reading.field->type == Type::object) return false;
  return !reading.unknown;
}

}  // namespace sfn::asl::context_object
