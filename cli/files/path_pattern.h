// Patterns in place of paths, for shells that do not expand them and for those who quote them.
#pragma once

#include <string>
#include <vector>

namespace sfn::cli {

/// The files and folders that a pattern matches (cli/glob.h says how), sorted; none: nothing matches, or the
/// pattern stands for too many patterns. As in a shell, a wildcard matches no hidden name unless the name in
/// the pattern begins with a dot. Wildcards do not match what git ignores (unless `gitignore` is off), and
/// `**` goes into no link, no hidden folder and no node_modules; names that are written out lead anywhere.
/// `**` at the end is the folder before it.
std::vector<std::string> expand_pattern(const std::string& pattern, bool gitignore);

}  // namespace sfn::cli
