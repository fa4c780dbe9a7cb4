#include "cli/files/path_pattern.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/files/folder.h"
#include "cli/files/glob.h"

namespace sfn::cli {

namespace {

namespace fs = std::filesystem;

// A pattern without braces.
class Expansion {
 public:
  Expansion(const std::string& pattern, bool gitignore, std::vector<fs::path>& found)
      : gitignore_(gitignore), found_(found) {
    size_t begin = pattern.starts_with('/') ? 1 : 0;
    for (size_t end; begin <= pattern.size(); begin = end + 1) {
      end = std::min(pattern.find('/', begin), pattern.size());
      add_name(pattern.substr(begin, end - begin));
    }
    expand(pattern.starts_with('/') ? "/" : "");
  }

 private:
  struct Name {
    std::string text;
    Glob glob;
    bool literal, folders;  // folders: `**`
  };

  // `**/**` is `**`.
  void add_name(const std::string& text) {
    const bool folders = text == "**";
    if (!folders || names_.empty() || !names_.back().folders)
      names_.push_back(
          {text, Glob(text), !has_wildcards(text) && text.find('\\') == std::string::npos, folders});
  }

  // The names that are written out before the first that is not are where the search begins.
  void expand(fs::path begin) {
    size_t at = 0;
    while (at < names_.size() && names_[at].literal) begin /= names_[at++].text;
    std::error_code error;
    const fs::path folder = begin.empty() ? fs::path(".") : begin;
    if (at == names_.size()) {
      if (fs::exists(folder, error)) found_.push_back(folder);
    } else if (fs::is_directory(folder, error)) {
      Folder opened(folder, gitignore_);
      below(opened, begin, at);
    }
  }

  // `path` is the folder's, but empty for the current one.
  void below(Folder& folder, const fs::path& path, size_t at) {
    const Name& name = names_[at];
    if (name.folders && at + 1 == names_.size()) return found_.push_back(path.empty() ? "." : path);
    if (name.folders && !visited_.insert({path.native(), at}).second) return;
    if (name.literal) return go_on(folder, path, name.text, at);
    const Entries listed = folder.list();
    if (name.folders) below(folder, path, at + 1);
    for (const Entry& entry : listed.entries) {
      if (name.folders && entry.open()) {
        Folder inner = folder.enter(entry.name);
        below(inner, path / entry.name, at);
      } else if (!name.folders && fits(name, entry.name)) {
        go_on(folder, path, entry.name, at);
      }
    }
  }

  static bool fits(const Name& name, const std::string& entry) {
    return (!entry.starts_with('.') || name.text.starts_with('.')) && name.glob.matches(entry);
  }

  // With an entry that the name at `at` matches.
  void go_on(const Folder& folder, const fs::path& path, const std::string& entry, size_t at) {
    std::error_code error;
    const fs::path inner = path / entry;
    if (at + 1 == names_.size()) {
      if (fs::exists(inner, error)) found_.push_back(inner);
    } else if (fs::is_directory(inner, error)) {
      Folder entered = folder.enter(entry);
      below(entered, inner, at + 1);
    }
  }

  bool gitignore_;
  std::vector<fs::path>& found_;
  std::vector<Name> names_;
  std::set<std::pair<std::string, size_t>> visited_;
};

}  // namespace

std::vector<std::string> expand_pattern(const std::string& pattern, bool gitignore) {
  std::vector<fs::path> found;
  for (const std::string& one : expand_braces(pattern)) Expansion(one, gitignore, found);
  std::sort(found.begin(), found.end());
  std::vector<std::string> paths;
  for (const fs::path& path : found)
    if (paths.empty() || paths.back() != path.native()) paths.push_back(path.native());
  return paths;
}

}  // namespace sfn::cli
