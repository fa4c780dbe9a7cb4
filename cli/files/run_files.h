// The files of a run, by path.
#pragma once

#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

#include "cli/files/files.h"

namespace sfn::cli {

/// May be called from several threads.
class RunFiles {
 public:
  /// `files` must outlive this.
  explicit RunFiles(const std::vector<File>& files) : files_(files) {}
  /// Whether the run checks a file itself, and not only as part of a template.
  bool hold(const std::string& path) const;
  /// Whether a CloudFormation template among the files has its definition in that file. The templates are
  /// read on the first call.
  bool named_by_template(const std::string& path) const;

 private:
  const std::vector<File>& files_;
  mutable std::once_flag once_, linked_once_;
  mutable std::unordered_set<std::string> paths_, linked_;
};

}  // namespace sfn::cli
