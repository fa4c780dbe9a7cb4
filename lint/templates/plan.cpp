#include "lint/templates/plan.h"

namespace sfn::templates {

namespace {

/// Modules nest a few levels deep; past this the text is hostile.
constexpr int max_nesting = 64;

void add(Value planned, Found& found) {
  const Value values = planned["values"];
  Resource& resource = found.add(Dialect::plan, planned["address"].text());
  resource.value = planned;
  resource.type = machine_type(values["type"]);
  resource.definition = values["definition"];
  if (resource.definition.is_string()) resource.written = Written::text;
}

void find_in_module(Value module, Found& found, int nesting) {
  for (const Value resource : module["resources"])
    if (resource["type"].literal() == "aws_sfn_state_machine" && resource["mode"].literal() != "data")
      add(resource, found);
  if (nesting < max_nesting)
    for (const Value child : module["child_modules"]) find_in_module(child, found, nesting + 1);
}

}  // namespace

void find_planned(Value root, Found& found) {
  const Value planned = root["planned_values"] ? root["planned_values"] : root["values"];
  find_in_module(planned["root_module"], found, 0);
}

void find_described(Value root, Found& found) {
  if (!root["definition"].is_string() || !root["stateMachineArn"].is_string()) return;
  Resource& resource = found.add(Dialect::description, root["name"].text());
  resource.type = machine_type(root["type"]);
  resource.definition = root["definition"];
  resource.written = Written::text;
}

}  // namespace sfn::templates
