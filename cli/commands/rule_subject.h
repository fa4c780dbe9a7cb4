// What a rule is about and what it needs, in words: for `explain` and `rules`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace sfn::cli {

/// "ecs:runTask", "Task", "retrier", "JSONata": what `rules --about` takes. Empty for a rule about
/// everything.
std::vector<std::string> subjects(const Rule& rule);

/// Whether a rule is about that subject; `ecs` is a subject of every rule about one of its calls.
bool is_about(const Rule& rule, std::string_view subject);

/// "a task definition": what a run must know for the rule to report anything.
std::vector<std::string> needs(const Rule& rule);

}  // namespace sfn::cli
