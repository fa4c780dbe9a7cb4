#include "cli/files/configuration.h"

#include <algorithm>
#include <filesystem>

#include "cli/files/files.h"

namespace sfn::cli {

namespace {

namespace fs = std::filesystem;

constexpr size_t most_siblings = 100;
constexpr uintmax_t largest = uintmax_t{1} << 20;

// Terraform reads plain files; what else has the name is not opened.
std::vector<std::string> files_beside(const std::string& checked) {
  std::vector<std::string> paths;
  std::error_code error;
  const fs::path folder = fs::path(checked).parent_path();
  for (fs::directory_iterator at(folder.empty() ? "." : folder, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code unknown;
    const fs::path& path = at->path();
    const bool plain = at->is_regular_file(unknown) && at->file_size(unknown) <= largest && !unknown;
    if (plain && path.extension() == ".tf" && path.filename() != fs::path(checked).filename())
      paths.push_back((folder / path.filename()).string());
  }
  std::sort(paths.begin(), paths.end());
  if (paths.size() > most_siblings) paths.resize(most_siblings);
  return paths;
}

}  // namespace

Configuration::Configuration(const Source& checked) : checked_(checked.text()) {
  if (!checked.path().ends_with(".tf")) return;
  for (const std::string& path : files_beside(std::string(checked.path())))
    if (Bytes bytes = read_file(path); bytes.bytes) siblings_.emplace_back(path, std::move(*bytes.bytes));
}

std::vector<std::string_view> Configuration::texts() const {
  std::vector<std::string_view> texts{checked_};
  for (const Source& sibling : siblings_) texts.push_back(sibling.text());
  return texts;
}

const Source* Configuration::sibling(std::string_view text) const {
  for (const Source& one : siblings_)
    if (one.text().data() == text.data()) return &one;
  return nullptr;
}

}  // namespace sfn::cli
