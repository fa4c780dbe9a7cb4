// The files that git ignores, according to git itself: nothing else reads .gitignore, the user's excludes and
// the index exactly as git does.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <unordered_set>

namespace sfn::cli {

/// The files that git ignores below one folder. An ignored folder includes everything in it.
class Ignored {
 public:
  /// Nothing is ignored.
  Ignored() = default;
  /// From the output of `git ls-files -z --others --ignored --directory`: paths terminated by NUL, folders
  /// with a trailing `/`. A folder that is itself ignored (`./`) ignores nothing: a user who names it wants
  /// its contents.
  explicit Ignored(std::string_view listed);
  /// `path` is relative to the folder, without a `/` at its end.
  bool holds(const std::string& path) const { return paths_.contains(path); }

 private:
  std::unordered_set<std::string> paths_;
};

/// Whether a folder is in a work tree of git, by the look of the folders above it. No process is started.
bool in_work_tree(const std::string& folder);

/// Asks git what it ignores below a folder. Starts one process, which runs nothing that the repository
/// configures (hooks, monitors, pagers, transport helpers) and writes nothing. Nothing is ignored if git is
/// not installed or fails: outside work trees, in a repository of another user, in a broken one. Nor if it
/// does not answer in time: a FIFO in place of a .gitignore would block it forever.
Ignored ask_git(const std::string& folder, std::chrono::milliseconds patience = std::chrono::minutes(1));

}  // namespace sfn::cli
