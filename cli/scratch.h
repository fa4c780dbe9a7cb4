// For tests: a folder of its own that goes when the test ends.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/trial.h"

namespace sfn::cli {

class Scratch {
 public:
  Scratch() : folder_((std::filesystem::temp_directory_path() / "sfn-lint-XXXXXX").native()) {
    if (!::mkdtemp(folder_.data())) throw std::runtime_error("no folder for a test");
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;

  const std::string& folder() const { return folder_; }
  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  std::filesystem::path operator/(std::string_view name) const {
    return std::filesystem::path(folder_) / name;
  }
  /// Makes the folders above it too.
  void write(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
  }
  std::string read(const std::string& name) const {
    std::ifstream in(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  /// A run of the program with this as the current folder.
  Trial run(const std::vector<std::string>& arguments) const { return run_in(folder_, arguments); }

 private:
  std::string folder_;
};

}  // namespace sfn::cli
