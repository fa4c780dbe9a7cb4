// Patterns of a configuration file: which paths below its folder they mean.
#pragma once

#include <string_view>
#include <vector>

#include "cli/files/glob.h"

namespace sfn::cli {

/// As .gitignore has it: a pattern without a `/` before its end means files and folders of that name at any
/// depth, any other is relative to the folder of the configuration; what matches a folder matches all that is
/// in it. A `/` at the end means folders alone.
class ConfigPatterns {
 public:
  /// Returns what is wrong with the pattern, empty if nothing is.
  std::string_view add(std::string_view pattern);
  /// `path` is relative to the folder of the configuration, without `.` and `..`.
  bool match(std::string_view path) const;
  bool empty() const { return patterns_.empty(); }

 private:
  struct Pattern {
    Glob glob;
    bool folder;
  };
  std::vector<Pattern> patterns_;
};

}  // namespace sfn::cli
