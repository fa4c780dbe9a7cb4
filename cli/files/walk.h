// Which files are checked: from the paths that the user gave to files.
#pragma once

#include <string>
#include <vector>

#include "cli/files/files.h"

namespace sfn::cli {

/// A path that could not be read, and why.
struct Failure {
  std::string path, reason;
};

struct Files {
  std::vector<File> files;
  std::vector<Failure> failures;
  /// The folders that were searched, as they were named.
  std::vector<std::string> folders = {};
  /// What git ignores in them: folders, and files that may hold a definition.
  std::vector<std::string> ignored = {};
};

/// Named files stay in the order in which they were named; those of a folder are sorted by their names. A
/// path that was named twice counts once. In folders: files that may hold a definition (cli/recognise.h),
/// regular files only; hidden folders and node_modules are left out, links to folders are not followed, and
/// what git ignores is left out if `gitignore`. A path that is not there but has wildcards is a pattern
/// (cli/path_pattern.h); what it matches counts as named. Git is started only for folders and patterns, never
/// for a named file.
Files find_files(const std::vector<std::string>& paths, bool gitignore = true);

}  // namespace sfn::cli
