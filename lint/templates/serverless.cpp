#include "lint/templates/serverless.h"

#include <string_view>

#include "lint/templates/cloudformation.h"
#include "lint/templates/intrinsic.h"

namespace sfn::templates {

namespace {

void add(Value machine, Found& found) {
  const std::string_view own = machine["name"].text();
  Resource& resource = found.add(Dialect::serverless, machine.name().empty() ? own : machine.name());
  resource.value = machine;
  resource.type = machine_type(machine["type"]);
  resource.definition = machine["definition"];
  if (resource.definition.is_object() && !intrinsic(resource.definition)) resource.written = Written::object;
  if (resource.definition.is_string()) resource.written = Written::text;
  if (!file_in_variable(resource.definition.text()).empty()) resource.written = Written::file;
}

// `${file(flows.yml)}` in place of a machine, of all of them or of the whole block.
void add_block(Value written, std::string_view name, Found& found) {
  Resource& resource = found.add(Dialect::serverless, name);
  resource.definition = written;
  if (!file_in_variable(written.text()).empty()) resource.written = Written::block;
}

void find_machines(Value machines, Found& found) {
  if (machines.is_string() || machines.is_opaque()) add_block(machines, "stateMachines", found);
  for (const Value machine : machines) {
    if (machine.is_object()) add(machine, found);
    else if (machine.is_string() || machine.is_opaque()) add_block(machine, machine.name(), found);
  }
}

bool is_machine(Value value) {
  const Value definition = value["definition"];
  return definition.is_object() && definition.has("StartAt") && definition.has("States");
}

// What such a file holds: the block, its machines, or one of them.
void find_fragment(Value root, Found& found) {
  if (root.has("service") || root.has("stepFunctions")) return;
  const Value first = root["stateMachines"].first_child();
  if (first.is_object() && first.has("definition")) return find_machines(root["stateMachines"], found);
  if (is_machine(root)) return add(root, found);
  for (const Value member : root)
    if (is_machine(member)) add(member, found);
}

void find_resources_in(Value value, Found& found) {
  find_cloudformation(value["Resources"], found);
  if (value.is_array())
    for (const Value item : value) find_cloudformation(item["Resources"], found);
}

}  // namespace

void find_serverless(Value root, Found& found) {
  find_resources_in(root["resources"], found);
  const Value block = root["stepFunctions"];
  if (block.is_string() || block.is_opaque()) add_block(block, "stepFunctions", found);
  find_machines(block["stateMachines"], found);
  find_fragment(root, found);
}

std::string_view file_in_variable(std::string_view text) {
  constexpr std::string_view open = "${file(";
  for (const std::string_view close : {")}", "):stepFunctions}"}) {
    if (!text.starts_with(open) || !text.ends_with(close)) continue;
    const std::string_view path = text.substr(open.size(), text.size() - open.size() - close.size());
    if (path.find_first_of("$(),:") == npos) return path;
  }
  return {};
}

}  // namespace sfn::templates
