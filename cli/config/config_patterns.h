// Patterns of a configuration file: which paths below its folder they mean.
#pragma once

#include <string_view>
#include <vector>

#include "cli/files/glob.h"

namespace sfn::cli {

/// As in .gitignore: a pattern without a `/` before its end matches files and folders of that name at any
/// depth, any other is relative to the folder of the configuration. A folder that matches includes everything
/// in it. A `/` at the end matches only folders.
class ConfigPatterns {
 public:
  /// Returns the error in the pattern; empty if it is valid.
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
