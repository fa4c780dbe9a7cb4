// The Resource that was most probably meant by one that Step Functions does not recognize.
#pragma once

#include <string>
#include <string_view>

namespace sfn::rules::service {

/// The Resource of the integration that such a text names in a wrong form:
/// `arn:aws:states:::ecs:runTask.sync` for `arn:aws:ecs:::runTask.sync`, `arn:aws:states::ecs:runTask.sync`
/// and `ecs:runTask.sync`. Empty if none is named: the service and action must be in the tables, letter for
/// letter.
std::string repaired_resource(std::string_view text);

}  // namespace sfn::rules::service
