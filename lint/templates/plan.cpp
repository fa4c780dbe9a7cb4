#include "lint/templates/plan.h"

#include <string>

namespace sfn::templates {

namespace {

void add(Value planned, const std::string& pointer, Found& found) {
  const Value values = planned["values"];
  Resource& resource = found.add(Dialect::plan, planned["address"].text());
  resource.value = planned;
  resource.id = planned["address"].text();
  resource.type = machine_type(values["type"]);
  resource.definition = values["definition"];
  if (resource.definition.is_string()) resource.written = Written::text;
  resource.pointer = pointer + "/values/definition";
}

// `pointer` is that of the module: a plan may have very many resources.
void find_in_module(Value module, const std::string& pointer, Found& found, int nesting) {
  size_t number = 0;
  for (const Value resource : module["resources"]) {
    const std::string at = pointer + "/resources/" + std::to_string(number++);
    if (resource["type"].literal() == "aws_sfn_state_machine" && resource["mode"].literal() != "data")
      add(resource, at, found);
  }
  number = 0;
  if (nesting < max_module_nesting)
    for (const Value child : module["child_modules"])
      find_in_module(child, pointer + "/child_modules/" + std::to_string(number++), found, nesting + 1);
}

}  // namespace

void find_planned(Value root, Found& found) {
  for (const std::string_view name : {"planned_values", "values"})
    find_in_module(root[name]["root_module"], "/" + std::string(name) + "/root_module", found, 0);
}

void find_described(Value root, Found& found) {
  if (!root["definition"].is_string() || !root["stateMachineArn"].is_string()) return;
  Resource& resource = found.add(Dialect::description, root["name"].text());
  resource.type = machine_type(root["type"]);
  resource.definition = root["definition"];
  resource.written = Written::text;
}

}  // namespace sfn::templates
