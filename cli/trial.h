// For tests: a run of the program inside this process.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/run.h"

namespace sfn::cli {

struct Trial {
  int status;
  std::string out, err;
};

inline Trial run(const std::vector<std::string>& arguments) {
  Trial trial{};
  const auto into = [](std::string& text) {
    return [&text](std::string_view piece) {
      text += piece;
      return true;
    };
  };
  trial.status = run(arguments, {into(trial.out), into(trial.err)});
  return trial;
}

/// With `folder` as the current folder.
inline Trial run_in(const std::filesystem::path& folder, const std::vector<std::string>& arguments) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder);
  Trial trial = run(arguments);
  std::filesystem::current_path(before);
  return trial;
}

}  // namespace sfn::cli
