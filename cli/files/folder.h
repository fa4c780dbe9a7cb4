// A folder as a search sees it: its entries in order, without those that git ignores.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/files/gitignore.h"

namespace sfn::cli {

struct Entry {
  std::string name;
  bool folder = false;  // or a link to one
  bool link = false;
  bool regular = false;    // a regular file, or a link to one
  std::string fault = {};  // why its type is not known, such as a link that leads nowhere
  /// Searches go into it: no link, not hidden, not node_modules.
  bool open() const { return folder && !link && !name.starts_with('.') && name != "node_modules"; }
};

struct Entries {
  std::vector<Entry> entries;  // sorted by the bytes of their names
  std::vector<Entry> ignored;  // what git ignores
  std::string fault;           // why the folder cannot be read, or not to its end; empty: it was
};

class Folder {
 public:
  /// `gitignore`: leave out files that git ignores, but not the folder itself. Does not start a process
  /// before list().
  Folder(std::filesystem::path path, bool gitignore);
  /// A folder in this one, whether git ignores it or not.
  Folder enter(const std::string& name) const;
  std::filesystem::path inner(const std::string& name) const { return path_ / name; }
  /// Asks git once for all that is below the folder where the search began, and again for each repository in
  /// it.
  Entries list();

 private:
  // Git's answer for a folder, and how much of a path below that folder precedes the part that git reports.
  struct Answer {
    Ignored ignored;
    size_t prefix = 0;
  };
  void ask();
  size_t prefix() const;
  bool ignored(const std::string& name) const;

  std::filesystem::path path_;
  bool gitignore_;
  std::shared_ptr<const Answer> answer_;  // of the folder where the search began; absent: not asked yet
};

}  // namespace sfn::cli
