// What `explain` and `rules` print about rules.
#pragma once

#include <span>
#include <string>

#include "lint/rule.h"

namespace sfn::cli {

/// The documentation of a rule, for a terminal.
std::string text_page(const Rule& rule);
/// For the file of the rule in rules/.
std::string markdown_page(const Rule& rule);

/// One line a rule.
std::string list_of(std::span<const Rule* const> rules);

}  // namespace sfn::cli
