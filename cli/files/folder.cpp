#include "cli/files/folder.h"

#include <algorithm>

namespace sfn::cli {

namespace {

namespace fs = std::filesystem;

Entry entry_of(const fs::directory_entry& found) {
  std::error_code error, ignored;
  Entry entry{found.path().filename().native()};
  entry.folder = found.is_directory(error);
  entry.link = found.is_symlink(ignored);
  if (!entry.folder && !error) entry.regular = found.is_regular_file(error);
  if (error) entry.fault = error.message();
  return entry;
}

}  // namespace

Folder::Folder(fs::path path, bool gitignore) : path_(std::move(path)), gitignore_(gitignore) {}

Folder Folder::enter(const std::string& name) const {
  Folder folder = *this;
  folder.path_ /= name;
  return folder;
}

size_t Folder::prefix() const { return (path_ / "").native().size(); }

void Folder::ask() {
  Ignored ignored = in_work_tree(path_) ? ask_git(path_) : Ignored();
  answer_ = std::make_shared<const Answer>(Answer{std::move(ignored), prefix()});
}

bool Folder::ignored(const std::string& name) const {
  return answer_->ignored.holds(inner(name).native().substr(answer_->prefix));
}

Entries Folder::list() {
  Entries found;
  std::error_code error;
  bool repository = false;
  for (fs::directory_iterator at(path_, error), end; !error && at != end; at.increment(error)) {
    found.entries.push_back(entry_of(*at));
    repository |= found.entries.back().name == ".git";
  }
  if (error) found.fault = error.message();
  if (gitignore_) {
    if (!answer_ || (repository && answer_->prefix != prefix())) ask();
    const auto kept = std::stable_partition(found.entries.begin(), found.entries.end(),
                                            [&](const Entry& entry) { return !ignored(entry.name); });
    found.ignored.assign(kept, found.entries.end());
    found.entries.erase(kept, found.entries.end());
  }
  std::sort(found.entries.begin(), found.entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return found;
}

}  // namespace sfn::cli
