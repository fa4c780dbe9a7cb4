// The page of a rule: the Markdown file that `./dev docs` writes next to the rule, and its address.
#pragma once

#include <string>
#include <string_view>

#include "lint/rule.h"

namespace sfn::cli {

/// `ecs/launch_type.md` for `ecs/launch-type`: relative to rules/.
std::string page_file(const Rule& rule);

/// Below the address of rules/, which passes page_base_fault(). A slash at its end makes no difference.
std::string page_address(std::string_view base, const Rule& rule);

/// Why a text cannot be the address of rules/; empty if it can. Addresses are written into reports and to
/// terminals as they are, so they hold only the characters of a URI.
std::string page_base_fault(std::string_view base);

}  // namespace sfn::cli
