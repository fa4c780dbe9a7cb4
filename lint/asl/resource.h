// What the Resource of a Task refers to: an activity, a Lambda function, an optimized integration, an AWS SDK
// call. Source: Developer Guide, pages state-task and connect-to-resource.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lint/document.h"

namespace sfn::asl {

struct State;

enum class ResourceKind : uint8_t {
  unknown,      // not a string, a placeholder, or not one of the forms below
  integration,  // arn:P:states:::service:action[.pattern]
  aws_sdk,      // arn:P:states:::aws-sdk:service:action[.pattern]
  activity,     // arn:P:states:REGION:ACCOUNT:activity:NAME
  lambda,       // arn:P:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]
};

enum class Pattern : uint8_t {
  request_response,  // no suffix
  sync,              // .sync
  sync2,             // .sync:2
  callback,          // .waitForTaskToken
  unknown,           // another suffix, or one that a placeholder may hide
};

/// The parts of a Resource; views into its text. Parts that contain a placeholder are in `placeholder`, and
/// their text must not be checked.
struct Resource {
  ResourceKind kind = ResourceKind::unknown;
  Pattern pattern = Pattern::unknown;
  /// The whole text, and the value that contains it.
  std::string_view text;
  Value value;
  std::string_view partition, region, account;
  /// Of an integration the service ("ecs") and the action ("runTask"); of the AWS SDK likewise.
  std::string_view service, action;
  /// The suffix with its dot or colon: ".sync:2"; empty for request-response.
  std::string_view suffix;
  /// Whether a part that matters contains a placeholder.
  bool service_known = false, action_known = false, pattern_known = false;

  bool is_integration(std::string_view wanted_service, std::string_view wanted_action) const {
    return kind == ResourceKind::integration && service == wanted_service && action == wanted_action;
  }
  bool waits() const { return pattern == Pattern::sync || pattern == Pattern::sync2; }
  bool calls_back() const { return pattern == Pattern::callback; }
  /// Where a part is in the decoded text; `part` must be one of the views above.
  Span where(std::string_view part) const;
};

/// Reads the Resource of a Task state; `unknown` for other states and malformed text. Text with placeholders
/// is read as far as it is certain: `arn:${Partition}:states:::ecs:runTask.sync` is an integration.
const Resource& resource(const State& state);
/// Reads any value as a Resource.
Resource read_resource(Value value);

}  // namespace sfn::asl
