// The documentation of one rule.
#pragma once

#include <string>

#include "lint/rule.h"

namespace sfn::cli {

/// For a terminal.
std::string text_page(const Rule& rule);
/// For the file of the rule in rules/.
std::string markdown_page(const Rule& rule);

}  // namespace sfn::cli
