// Where an ECS task runs, if the definition determines it.
#pragma once

#include <string_view>
#include <vector>

#include "schemas/ecs/run_task.h"

namespace sfn::schemas::ecs {

enum class Compute : uint8_t {
  unknown,      // not said, not known, or contradictory
  fargate,      // LaunchType FARGATE, or Fargate capacity providers alone
  ec2,          // LaunchType EC2
  external,     // LaunchType EXTERNAL
  managed,      // LaunchType MANAGED_INSTANCES
  own_provider  // capacity providers of the user's own alone
};

struct Launch {
  Compute compute = Compute::unknown;
  /// The value that determines it: of LaunchType, or of the first CapacityProvider.
  Value because;
  bool fargate() const { return compute == Compute::fargate; }
  /// Whether the task runs on instances or machines of a launch type other than Fargate.
  bool on_instances() const { return compute == Compute::ec2 || compute == Compute::external; }
};

Launch launch(const RunTask& task);
/// "`LaunchType` `FARGATE`" or "capacity provider `FARGATE_SPOT`", for messages.
std::string describe(const Launch& launch);

/// FARGATE or FARGATE_SPOT.
bool is_fargate_provider(std::string_view provider);
/// Whether a text is a version N.N.N below `version`, as `PlatformVersion` has it.
bool older_than(std::string_view text, std::string_view version);
/// Whether a text has the form N.N.N.
bool is_platform_number(std::string_view text);

}  // namespace sfn::schemas::ecs
