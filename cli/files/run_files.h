// The files of a run, to be asked for by path.
#pragma once

#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

#include "cli/files/files.h"

namespace sfn::cli {

/// Whether a file is checked for its own sake. Made from the list when first asked; threads may ask at once.
class RunFiles {
 public:
  /// `files` must outlive this.
  explicit RunFiles(const std::vector<File>& files) : files_(files) {}
  bool hold(const std::string& path) const;
  /// Whether a CloudFormation template among the files has its definition in that file. The templates are
  /// read when this is first asked.
  bool named_by_template(const std::string& path) const;

 private:
  const std::vector<File>& files_;
  mutable std::once_flag once_, linked_once_;
  mutable std::unordered_set<std::string> paths_, linked_;
};

}  // namespace sfn::cli
