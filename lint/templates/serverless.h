// State machines in the configuration of the Serverless Framework. Source: README of the plugin
// serverless-step-functions.
#pragma once

#include <string_view>

#include "lint/templates/found.h"

namespace sfn::templates {

/// `stepFunctions.stateMachines`, and CloudFormation resources below `resources`. A file that the
/// configuration takes for a block or a machine of it is read too.
void find_serverless(Value root, Found& found);

/// The path in `${file(machines/a.json)}` and `${file(a.yml):stepFunctions}`; empty for other parts of a file
/// and for other variables.
std::string_view file_in_variable(std::string_view text);

}  // namespace sfn::templates
