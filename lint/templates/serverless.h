// State machines in the configuration of the Serverless Framework. Source: README of the plugin
// serverless-step-functions.
#pragma once

#include <string_view>

#include "lint/templates/found.h"

namespace sfn::templates {

/// `stepFunctions.stateMachines`, and CloudFormation resources below `resources`.
void find_serverless(Value root, Found& found);

/// The path in `${file(machines/a.json)}`; empty for a part of a file, `${file(a.yml):part}`, and for other
/// variables.
std::string_view file_in_variable(std::string_view text);

}  // namespace sfn::templates
