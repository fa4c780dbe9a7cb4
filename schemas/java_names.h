// How Step Functions spells the names of an API model: as the AWS SDK for Java 2 does, which calls the
// services for it. Each function follows the naming strategy of that SDK's code generator.
#pragma once

#include <string>
#include <string_view>

namespace sfn::schemas::java {

/// The prefix of a service's errors, `DynamoDb` for the service id `DynamoDB`; in lower case it is the
/// service's name in `arn:aws:states:::aws-sdk:NAME:ACTION`.
std::string service(std::string_view service_id);
/// `runTask` for `RunTask`.
std::string action(std::string_view operation);
/// `DbInstanceIdentifier` for `DBInstanceIdentifier` and for `dBInstanceIdentifier`.
std::string member(std::string_view name);
/// `DbInstanceNotFoundException` for `DBInstanceNotFoundFault`.
std::string exception(std::string_view shape);
/// With a capital first letter and no other change.
std::string capitalized(std::string_view name);
/// Whether a method cannot have that name in Java, so that the SDK appends `Value` to it: `Default`,
/// `Equals`.
bool is_reserved(std::string_view member);

}  // namespace sfn::schemas::java
