#include "cli/files/run_files.h"

#include <filesystem>

namespace sfn::cli {

namespace {

std::string normal(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().native();
}

}  // namespace

bool RunFiles::hold(const std::string& path) const {
  std::call_once(once_, [&] {
    for (const File& file : files_) paths_.insert(normal(file.path));
  });
  return paths_.count(normal(path)) > 0;
}

}  // namespace sfn::cli
