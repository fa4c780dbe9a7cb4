#include "schemas/ecs/task_definition_file.h"

#include <string>

namespace sfn::schemas::ecs {

Value member_of(Value object, std::string_view name) {
  if (const Value found = object[name]) return found;
  std::string pascal(name);
  if (!pascal.empty() && pascal[0] >= 'a' && pascal[0] <= 'z')
    pascal[0] = static_cast<char>(pascal[0] - 'a' + 'A');
  if (const Value found = object[pascal]) return found;
  std::string snake;
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital) snake += '_';
    snake += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return object[snake];
}

Value TaskDefinition::operator[](std::string_view name) const { return member_of(value, name); }

bool lacks(TaskDefinition definition, std::string_view name) {
  const Value found = definition[name];
  return found ? found.is_null() : !definition.value.open();
}

namespace {

bool is_task_definition(Value object) {
  return object.is_object() && (member_of(object, "containerDefinitions") || member_of(object, "family"));
}

bool is_task_resource(Value object) {
  return object["Type"].literal() == "AWS::ECS::TaskDefinition" && object["Properties"].is_object();
}

// A template, its `Resources`, or some resources by their names.
void collect_resources(Value object, std::vector<TaskDefinition>& found) {
  const Value resources = object["Resources"].is_object() ? object["Resources"] : object;
  for (Value resource : resources)
    if (is_task_resource(resource)) found.push_back({resource["Properties"]});
}

}  // namespace

std::vector<TaskDefinition> task_definitions_in(Value root) {
  if (const Value described = root["taskDefinition"]; described.is_object()) return {{described}};
  if (is_task_resource(root) || is_task_definition(root["Properties"])) return {{root["Properties"]}};
  if (is_task_definition(root)) return {{root}};
  std::vector<TaskDefinition> found;
  collect_resources(root, found);
  return found;
}

}  // namespace sfn::schemas::ecs
