// For tests: what the definitions of a file mean, however they are written.
#pragma once

#include <string>
#include <vector>

#include "lint/definition.h"

namespace sfn::law {

/// A line for each leaf, `POINTER = VALUE`, sorted: two texts mean the same where their lines are the same.
/// The order of members, escapes and blanks do not count; nor does whether a state has its query language of
/// itself or from the machine, and whether `End` is false or absent.
using Meaning = std::vector<std::string>;

Meaning meaning_of(const std::vector<Definition>& definitions);

/// The lines of either that the other has not, at most `limit` of each: `- before`, `+ after`.
std::string difference(const Meaning& before, const Meaning& after, size_t limit = 3);

}  // namespace sfn::law
