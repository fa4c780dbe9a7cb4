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

/// Named files keep the order in which they were named; files of a folder are sorted by name. A path that is
/// named twice counts once. In folders, only regular files that may contain a definition
/// (cli/files/recognise.h) are found; hidden folders and node_modules are skipped, links to folders are not
/// followed, and files that git ignores are skipped if `gitignore`, but for the templates in the `cdk.out` of
/// a CDK project. A path that does not exist but has wildcards is a pattern (cli/files/path_pattern.h), and
/// its matches count as named. Git is started only for folders and patterns, never for a named file.
Files find_files(const std::vector<std::string>& paths, bool gitignore = true);

}  // namespace sfn::cli
