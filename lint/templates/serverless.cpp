#include "lint/templates/serverless.h"

#include <string_view>

#include "lint/templates/cloudformation.h"
#include "lint/templates/intrinsic.h"

namespace sfn::templates {

namespace {

void add(Value machine, Found& found) {
  Resource& resource = found.add(Dialect::serverless, machine.name());
  resource.value = machine;
  resource.type = machine_type(machine["type"]);
  resource.definition = machine["definition"];
  if (resource.definition.is_object() && !intrinsic(resource.definition)) resource.written = Written::object;
  if (resource.definition.is_string()) resource.written = Written::text;
  if (!file_in_variable(resource.definition.text()).empty()) resource.written = Written::file;
}

void find_resources_in(Value value, Found& found) {
  find_cloudformation(value["Resources"], found);
  if (value.is_array())
    for (const Value item : value) find_cloudformation(item["Resources"], found);
}

}  // namespace

void find_serverless(Value root, Found& found) {
  find_resources_in(root["resources"], found);
  for (const Value machine : root["stepFunctions"]["stateMachines"])
    if (machine.is_object()) add(machine, found);
}

std::string_view file_in_variable(std::string_view text) {
  constexpr std::string_view open = "${file(", close = ")}";
  if (!text.starts_with(open) || !text.ends_with(close)) return {};
  const std::string_view path = text.substr(open.size(), text.size() - open.size() - close.size());
  return path.find_first_of("$(),:") == std::string_view::npos ? path : std::string_view();
}

}  // namespace sfn::templates
