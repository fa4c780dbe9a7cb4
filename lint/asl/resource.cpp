#include "lint/asl/resource.h"

#include "lint/asl/machine.h"
#include "lint/json/placeholder.h"

namespace sfn::asl {

namespace {

// `${...}`, and `#{AWS::Region}`, the pseudo parameters of a plugin of the Serverless Framework.
bool begins_placeholder(std::string_view text) { return text.starts_with("${") || text.starts_with("#{"); }

bool has_placeholder(std::string_view text) {
  return text.find("${") != std::string_view::npos || text.find("#{") != std::string_view::npos;
}

// The next part of an ARN: up to a colon that stands outside placeholders (`${AWS::Partition}` holds some).
std::string_view take(std::string_view& rest) {
  int depth = 0;
  size_t at = 0;
  for (; at < rest.size(); ++at) {
    if (begins_placeholder(rest.substr(at))) ++depth;
    if (rest[at] == '}' && depth > 0) --depth;
    if (rest[at] == ':' && depth == 0) break;
  }
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at < rest.size() ? at + 1 : at);
  return part;
}

Pattern pattern_of(std::string_view suffix) {
  if (suffix.empty()) return Pattern::request_response;
  if (suffix == ".sync") return Pattern::sync;
  if (suffix == ".sync:2") return Pattern::sync2;
  if (suffix == ".waitForTaskToken") return Pattern::callback;
  return Pattern::unknown;
}

// `runTask.sync:2` is an action and its suffix. The suffix begins at the first dot or colon.
void read_action(Resource& resource, std::string_view rest) {
  const size_t end = has_placeholder(rest) ? rest.find('.') : rest.find_first_of(".:");
  resource.action = rest.substr(0, end);
  if (end != std::string_view::npos) resource.suffix = rest.substr(end);
  resource.service_known = !has_placeholder(resource.service);
  resource.action_known = resource.service_known && !has_placeholder(resource.action);
  resource.pattern_known = resource.action_known && !has_placeholder(resource.suffix);
  resource.pattern = resource.pattern_known ? pattern_of(resource.suffix) : Pattern::unknown;
}

void read_states_arn(Resource& resource, std::string_view rest) {
  std::string_view after = rest;
  resource.service = take(after);
  if (resource.service == "activity") {
    resource.kind = ResourceKind::activity;
    resource.action = after;
    resource.pattern = Pattern::request_response;
    return;
  }
  resource.kind = ResourceKind::integration;
  if (resource.service == "aws-sdk") {
    resource.kind = ResourceKind::aws_sdk;
    resource.service = take(after);
  }
  read_action(resource, after);
}

}  // namespace

Span Resource::where(std::string_view part) const {
  if (part.data() == nullptr) return {};  // a part that the text does not have
  const auto begin = static_cast<uint32_t>(part.data() - text.data());
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

Resource read_resource(Value value) {
  Resource resource;
  resource.value = value;
  if (!value.is_string()) return resource;
  resource.text = value.text();
  std::string_view rest = resource.text;
  if (take(rest) != "arn") return resource;
  resource.partition = take(rest);
  const std::string_view service = take(rest);
  resource.region = take(rest);
  resource.account = take(rest);
  if (service == "states" && !rest.empty()) read_states_arn(resource, rest);
  if (service == "lambda" && rest.starts_with("function:")) {
    resource.kind = ResourceKind::lambda;
    resource.action = rest.substr(std::string_view("function:").size());
    resource.pattern = Pattern::request_response;
  }
  return resource;
}

const Resource& resource(const State& state) { return state.resource; }

}  // namespace sfn::asl
