// What the configuration in a folder of Terraform declares.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "lint/templates/stack.h"

namespace sfn::templates {

/// The resources of all files of a folder, which are one module. The documents of the stack have the FileIds
/// from `first` on, in their order. `texts` must outlive the result.
std::shared_ptr<const Stack> read_terraform_stack(const std::vector<std::string_view>& texts, FileId first);

}  // namespace sfn::templates
