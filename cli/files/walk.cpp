#include "cli/files/walk.h"

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "cli/files/folder.h"
#include "cli/files/glob.h"
#include "cli/files/path_pattern.h"
#include "cli/files/recognise.h"

namespace sfn::cli {

namespace {

namespace fs = std::filesystem;

class Walk {
 public:
  Walk(Files& files, bool gitignore) : files_(files), gitignore_(gitignore) {}

  void add(const std::string& path) {
    std::error_code error;
    if (path != "-" && has_wildcards(path) && !fs::exists(fs::symlink_status(path, error)))
      return add_pattern(path);
    add_path(path);
  }

 private:
  void add_path(const std::string& path) {
    if (!first_time(path)) return;
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      files_.folders.push_back(path);
      return add_folder(Folder(path, gitignore_), path);
    }
    files_.files.push_back({path, true});  // what is wrong with the path shows when it is read
  }

  void add_pattern(const std::string& pattern) {
    const std::vector<std::string> paths = expand_pattern(pattern, gitignore_);
    if (paths.empty()) files_.failures.push_back({pattern, "no file matches the pattern"});
    for (const std::string& path : paths) add_path(path);
  }

  void add_folder(Folder folder, const fs::path& path) {
    const Entries found = folder.list();
    if (!found.fault.empty()) files_.failures.push_back({shown(path), found.fault});
    for (const Entry& entry : found.ignored)
      if (entry.name == "cdk.out" && entry.open() && is_cdk_project(found))
        add_synthesized(Folder(path / entry.name, false), path / entry.name);
      else if (entry.open() || (entry.regular && may_hold_definition(entry.name)))
        files_.ignored.push_back(shown(path / entry.name));
    for (const Entry& entry : found.entries) {
      if (entry.open()) add_folder(folder.enter(entry.name), path / entry.name);
      else if (!entry.folder && may_hold_definition(entry.name))
        add_found({shown(path / entry.name), false}, entry);
    }
  }

  static bool is_cdk_project(const Entries& found) {
    return std::any_of(found.entries.begin(), found.entries.end(),
                       [](const Entry& entry) { return entry.name == "cdk.json"; });
  }

  // What CDK made of the project, nested stages too: git ignores it, and it is all that can be checked.
  void add_synthesized(Folder folder, const fs::path& path) {
    for (const Entry& entry : folder.list().entries) {
      if (entry.open() && entry.name.starts_with("assembly-"))
        add_synthesized(folder.enter(entry.name), path / entry.name);
      else if (entry.regular && entry.name.ends_with(".template.json"))
        add_found({shown(path / entry.name), false}, entry);
    }
  }

  void add_found(File file, const Entry& entry) {
    if (!entry.fault.empty() && file.definition()) files_.failures.push_back({file.path, entry.fault});
    if (entry.regular && first_time(file.path)) files_.files.push_back(std::move(file));
  }

  bool first_time(const std::string& path) {
    return seen_.insert(path == "-" ? path : fs::path(path).lexically_normal().native()).second;
  }

  // "./a.json" where the user named no folder, or ".", reads better as "a.json".
  static std::string shown(const fs::path& path) {
    const std::string& text = path.native();
    return text.starts_with("./") ? text.substr(2) : text;
  }

  Files& files_;
  bool gitignore_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

Files find_files(const std::vector<std::string>& paths, bool gitignore) {
  Files files;
  Walk walk(files, gitignore);
  for (const std::string& path : paths) walk.add(path);
  return files;
}

}  // namespace sfn::cli
