// Patterns in place of paths, for shells that do not expand them and for users who quote them.
#pragma once

#include <string>
#include <vector>

namespace sfn::cli {

/// The files and folders that a pattern matches (see cli/files/glob.h), sorted; none if nothing matches, or
/// if the pattern expands to too many patterns. As in a shell, a wildcard matches a hidden name only if the
/// name in the pattern begins with a dot. Wildcards do not match files that git ignores (unless `gitignore`
/// is off), and `**` does not enter links, hidden folders or node_modules; literal names can lead anywhere.
/// `**` at the end is the folder before it.
std::vector<std::string> expand_pattern(const std::string& pattern, bool gitignore);

}  // namespace sfn::cli
