// The list of rules, as `sfn-lint rules` prints it.
#pragma once

#include <span>
#include <string>

#include "lint/rule.h"

namespace sfn::cli {

/// One line a rule.
std::string list_of(std::span<const Rule* const> rules);

}  // namespace sfn::cli
