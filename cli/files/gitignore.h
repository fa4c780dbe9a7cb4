// What git ignores, asked of git itself: nothing else reads .gitignore, the excludes of the user and the
// index exactly as git does.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <unordered_set>

namespace sfn::cli {

/// What git ignores below one folder. A folder that is ignored stands for all that is in it.
class Ignored {
 public:
  /// Nothing is ignored.
  Ignored() = default;
  /// From the output of `git ls-files -z --others --ignored --directory`: paths ended by NUL, those of
  /// folders with a `/`. A folder that is ignored itself (`./`) ignores nothing: who names it wants what is
  /// in it.
  explicit Ignored(std::string_view listed);
  /// `path` is relative to the folder, without a `/` at its end.
  bool holds(const std::string& path) const { return paths_.contains(path); }

 private:
  std::unordered_set<std::string> paths_;
};

/// Whether a folder is in a work tree of git, by the look of the folders above it. No process is started.
bool in_work_tree(const std::string& folder);

/// Asks git what it ignores below a folder: one process, which runs nothing that the repository asks for
/// (hooks, monitors, pagers, helpers of transports) and writes nothing. Nothing is ignored where git is not
/// there or fails: outside of work trees, in a repository of somebody else, in a broken one.
/// Nor where it does not answer in time: a FIFO in the place of a .gitignore keeps it waiting forever.
Ignored ask_git(const std::string& folder, std::chrono::milliseconds patience = std::chrono::minutes(1));

}  // namespace sfn::cli
