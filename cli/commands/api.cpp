// `sfn-lint api SERVICE[:ACTION]`: what a call takes and returns, as Step Functions spells it.
#include <fmt/core.h>

#include <vector>

#include "cli/commands/api_call.h"
#include "cli/commands/commands.h"
#include "cli/commands/option_parser.h"
#include "cli/exit_status.h"
#include "cli/report/json_writer.h"
#include "cli/report/printable.h"
#include "lint/nearest.h"
#include "schemas/call/integration.h"

namespace sfn::cli {

namespace {

struct ApiPage {
  std::string text;   // empty if there is none
  std::string error;  // why there is none
};

using Names = std::vector<std::string_view>;

constexpr std::string_view arn = "arn:aws:states:::", sdk = "aws-sdk:";

Names sdk_actions(std::string_view service) {
  Names names;
  if (const auto found = schemas::sdk_service(service))
    for (const schemas::Operation operation : found->operations()) names.push_back(operation.action());
  return names;
}

Names optimized_actions(std::string_view service) {
  Names names;
  for (const std::string_view action : schemas::actions(service))
    if (schemas::task_integration(service, action)) names.push_back(action);
  return names;
}

std::string list(std::string_view title, const Names& names) {
  if (names.empty()) return {};
  std::string text = fmt::format("{}\n", title);
  for (const std::string_view name : names) text += fmt::format("  {}\n", name);
  return text;
}

std::string service_json(std::string_view service, const Names& optimized, const Names& actions) {
  JsonWriter json;
  json.open_object();
  json.text("service", service);
  json.text("models", schemas::models_date());
  for (const auto& [key, names] : {std::pair{"optimized", &optimized}, {"aws-sdk", &actions}}) {
    json.open_array(key);
    for (const std::string_view name : *names) json.text(name);
    json.close_array();
  }
  json.close_object();
  std::string text;
  json.pass_on(text);
  return text + "\n";
}

// "; did you mean `rds`?", or nothing.
std::string suggestion(std::string_view wrong, const Names& names) {
  const auto near = nearest(wrong, names);
  return near ? fmt::format("; did you mean `{}`?", *near) : std::string();
}

ApiPage no_service(std::string_view service) {
  Names names = schemas::services();
  for (const schemas::Service one : schemas::sdk_services()) names.push_back(one.name());
  return {{}, fmt::format("no service is named `{}`{}", service, suggestion(service, names))};
}

ApiPage service_page(std::string_view service, std::string_view format) {
  const Names optimized = optimized_actions(service), actions = sdk_actions(service);
  if (optimized.empty() && actions.empty()) return no_service(service);
  if (format == "json") return {service_json(service, optimized, actions), {}};
  return {
      fmt::format("{}, by the API models of {}\n", service, schemas::models_date()) +
          list(fmt::format("\nOptimized integrations, arn:aws:states:::{}:ACTION", service), optimized) +
          list(fmt::format("\nAWS SDK integrations, arn:aws:states:::aws-sdk:{}:ACTION", service), actions),
      {}};
}

// `target` is a service (`rds`), or a call as a Resource names it after `arn:aws:states:::`, whole or in
// part: `rds:startDBInstance`, `aws-sdk:ecs:runTask`, `ecs:runTask.sync`.
ApiPage api_page(std::string_view target, std::string_view format) {
  if (target.starts_with(arn)) target.remove_prefix(arn.size());
  const std::string_view call = target.starts_with(sdk) ? target.substr(sdk.size()) : target;
  const std::string_view service = call.substr(0, call.find(':'));
  if (service.size() == call.size()) return service_page(service, format);
  if (const auto found = find_api_call(target))
    return {format == "json" ? api_json(*found) : api_text(*found), {}};
  Names actions = sdk_actions(service);
  for (const std::string_view action : optimized_actions(service)) actions.push_back(action);
  if (actions.empty()) return no_service(service);
  const std::string_view action = call.substr(service.size() + 1), plain = action.substr(0, action.find('.'));
  for (const std::string_view one : actions)
    if (one == plain)
      return {{}, fmt::format("`{}:{}` has no `{}`", service, plain, action.substr(plain.size()))};
  return {{}, fmt::format("{} has no action `{}`{}", service, plain, suggestion(plain, actions))};
}

}  // namespace

int api_command(OptionParser& parser, const Host& host) {
  std::string target, format = "text";
  parser.add_argument("SERVICE[:ACTION]", target, true,
                      "A service, or a call as a Resource names it: rds:startDBInstance, ecs:runTask.sync");
  parser.add_choice("--format", format, {"text", "json"}, "Format of the page [text]");
  if (!parser.parse()) return parser.status();
  const ApiPage page = api_page(target, format);
  if (page.error.empty()) return host.out(page.text) ? clean : unreadable;
  host.err("sfn-lint: " + printable(page.error) + "\n");
  return misuse;
}

}  // namespace sfn::cli
