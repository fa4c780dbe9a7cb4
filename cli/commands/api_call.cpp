#include "cli/commands/api_call.h"

#include "schemas/call/integration.h"
#include "schemas/errors/services.h"

namespace sfn::cli {

namespace {

using schemas::Shape;
using schemas::Type;

struct Suffix {
  schemas::Pattern pattern;
  std::string_view text;
};
constexpr Suffix suffixes[] = {{schemas::sync, ".sync"},
                               {schemas::sync2, ".sync:2"},
                               {schemas::wait_for_task_token, ".waitForTaskToken"}};

std::string_view cut(std::string_view& text, char separator) {
  const size_t at = std::min(text.find(separator), text.size());
  const std::string_view head = text.substr(0, at);
  text.remove_prefix(std::min(text.size(), at + 1));
  return head;
}

// What `.sync` returns is known where the service's page says so.
void set_waiting_result(ApiCall& call, std::string_view service) {
  call.result_known = service == "ecs" || service == "states";
  if (service == "ecs") call.result = call.result.member("Tasks").shape().item();
  else if (service == "states") call.result = schemas::sdk_operation("sfn", "describeExecution")->result();
  else call.result = Shape();
}

std::optional<ApiCall> optimized(std::string_view service, std::string_view action, std::string_view suffix) {
  const auto found = schemas::task_integration(service, action);
  if (!found) return std::nullopt;
  ApiCall call;
  call.name = std::string(service) + ":" + std::string(action) + std::string(suffix);
  call.error_prefix = schemas::errors::optimized_prefix(service);
  call.parameters = found->parameters();
  call.result = found->result();
  call.result_known = static_cast<bool>(call.result);
  call.errors = found->errors();
  call.optimized = true;
  bool known = suffix.empty();
  for (const Suffix& one : suffixes)
    if (found->supports(one.pattern)) {
      call.suffixes.emplace_back(one.text);
      known = known || one.text == suffix;
    }
  if (!known) return std::nullopt;
  if (suffix.starts_with(".sync")) set_waiting_result(call, service);
  if (suffix == ".waitForTaskToken") {
    call.result = Shape();
    call.result_known = false;
  }
  return call;
}

std::optional<ApiCall> through_sdk(std::string_view service, std::string_view action,
                                   std::string_view suffix) {
  const auto found = schemas::sdk_service(service);
  const auto operation = found ? found->find(action) : std::nullopt;
  if (!operation || (!suffix.empty() && suffix != ".waitForTaskToken")) return std::nullopt;
  ApiCall call;
  call.name = "aws-sdk:" + std::string(service) + ":" + std::string(action) + std::string(suffix);
  call.error_prefix = found->error_prefix();
  call.parameters = operation->parameters();
  call.result = suffix.empty() ? operation->result() : Shape();
  call.result_known = suffix.empty();
  call.errors = operation->errors();
  call.suffixes = {".waitForTaskToken"};
  call.supported = schemas::sdk_exception(service, action).standing == schemas::SdkStanding::supported;
  return call;
}

}  // namespace

std::optional<ApiCall> find_api_call(std::string_view name) {
  const bool only_sdk = name.starts_with("aws-sdk:");
  if (only_sdk) cut(name, ':');
  const std::string_view service = cut(name, ':'), action = name.substr(0, name.find('.')),
                         suffix = name.substr(action.size());
  if (!only_sdk)
    if (auto call = optimized(service, action, suffix)) return call;
  return through_sdk(service, action, suffix);
}

std::string type_name(Shape shape) {
  switch (shape.type()) {
    case Type::structure:
      return "object";
    case Type::list:
      return "list of " + type_name(shape.item());
    case Type::map:
      return "map of " + type_name(shape.value());
    case Type::string:
      return "string";
    case Type::integer:
    case Type::long_integer:
      return "integer";
    case Type::number:
      return "number";
    case Type::boolean:
      return "boolean";
    case Type::timestamp:
      return "timestamp";
    case Type::blob:
      return "blob";
    case Type::document:
    case Type::absent:
      break;
  }
  return "any JSON";
}

Shape innermost(Shape shape) {
  while (shape.type() == Type::list || shape.type() == Type::map)
    shape = shape.type() == Type::list ? shape.item() : shape.value();
  return shape;
}

}  // namespace sfn::cli
