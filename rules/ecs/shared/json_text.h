// JSON text for the changes of fixes.
#pragma once

#include "lint/json/json_text.h"

namespace sfn::rules::ecs {

using sfn::json::quote;
using sfn::json::to_json;

}  // namespace sfn::rules::ecs
