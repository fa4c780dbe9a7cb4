// How AWS SDK integrations call a service that is written in another way.
#pragma once

#include <string>
#include <string_view>

namespace sfn::rules::service {

/// The name of the service in AWS SDK integrations, for one of the AWS CLI (`logs`, `cognito-idp`), one of
/// another integration (`states`), or one with capitals or hyphens (`secrets-manager`). The same text for any
/// other name.
std::string sdk_spelling(std::string_view written);

}  // namespace sfn::rules::service
