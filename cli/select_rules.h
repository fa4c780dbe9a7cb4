// --select and --ignore: ids and families into the rules of a run.
#pragma once

#include <string>
#include <vector>

#include "lint/rule.h"

namespace sfn::cli {

struct Selection {
  std::vector<const Rule*> rules;
  std::string fault;  // what is wrong with the names; empty if nothing is
};

/// `select` empty means all. What is ignored goes even where it is selected. Rules below `least` are left
/// out: nobody would see what they find.
Selection select_rules(const std::vector<std::string>& select, const std::vector<std::string>& ignore,
                       Severity least);

/// "unknown rule `x`", with the nearest name where there is one.
std::string unknown_rule(std::string_view id);

}  // namespace sfn::cli
