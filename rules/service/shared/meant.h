// What a Resource with a service or action that the tables do not have was probably meant to be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/asl/resource.h"
#include "lint/diagnostic.h"

namespace sfn::rules::service {

/// Whether a Resource names a service that the tables do not have as an optimized one, in a form that can be
/// judged at all.
bool names_unknown_service(const asl::Resource& resource);
/// The optimized integration's service that was certainly meant: the name differs in letter case or in one
/// letter, or is what AWS calls the same service elsewhere, and the service has the action. Empty for others.
std::string_view meant_service(const asl::Resource& resource);

struct UnknownAction {
  /// The action that was probably meant.
  std::optional<std::string_view> meant;
  /// Whether Step Functions certainly does not have the action: it is a known one but for a letter, or one of
  /// ECS or DynamoDB, whose few are closed. Other services may learn it.
  bool certain = false;
};
/// Absent where the action is known, or differs from one in letter case (service/action-case).
std::optional<UnknownAction> unknown_action(const asl::Resource& resource);

/// `aws-sdk:ec2:runInstances` for the Resource as it is written; empty where the AWS SDK cannot be called so.
std::string call_of_sdk(const asl::Resource& resource, std::string_view sdk_service);
/// Offers that call in the message and as a fix.
void offer_sdk(Diagnostic& found, const asl::Resource& resource, std::string_view sdk_service);

}  // namespace sfn::rules::service
