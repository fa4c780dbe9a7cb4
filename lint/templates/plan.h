// State machines in what command-line tools print as JSON.
#pragma once

#include "lint/templates/found.h"

namespace sfn::templates {

/// `terraform show -json` of a plan or a state. Source:
/// https://developer.hashicorp.com/terraform/internals/json-format
void find_planned(Value root, Found& found);

/// `aws stepfunctions describe-state-machine`.
void find_described(Value root, Found& found);

}  // namespace sfn::templates
