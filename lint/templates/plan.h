// State machines in what command-line tools print as JSON.
#pragma once

#include "lint/templates/found.h"
#include "lint/templates/stack.h"

namespace sfn::templates {

/// Modules nest a few levels deep; past this the text is hostile.
inline constexpr int max_module_nesting = 64;

/// `terraform show -json` of a plan or a state. Source:
/// https://developer.hashicorp.com/terraform/internals/json-format
void find_planned(Value root, Found& found);

/// All resources of such a plan or state. `file` is the FileId of the places in them.
void add_planned(const std::shared_ptr<const Document>& outer, FileId file, Stack& stack);

/// `aws stepfunctions describe-state-machine`.
void find_described(Value root, Found& found);

}  // namespace sfn::templates
