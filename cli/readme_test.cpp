// README and the pages of the guide show what the program prints: the block after `<!-- run: sfn-lint ...
// -->` is compared with a run in the root of the project, and the block after `<!-- file: PATH -->` with the
// file. SFN_LINT_UPDATE_GOLDENS=1 rewrites them.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "cli/trial.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

const std::string run_marker = "<!-- run: sfn-lint ", file_marker = "<!-- file: ", fence = "```\n";

std::vector<std::string> pages() {
  std::vector<std::string> paths = {SFN_LINT_ROOT "/README.md"};
  for (const auto& entry : std::filesystem::directory_iterator(SFN_LINT_ROOT "/cli/guide"))
    paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

std::string printed_by(const std::string& arguments) {
  const Trial trial = run_in(SFN_LINT_ROOT, words(arguments));
  return trial.out + trial.err;
}

// Fills the blocks of a page below such a marker; what they show follows from the rest of it.
template <typename Shown>
std::string refilled(const std::string& page, const std::string& marker, Shown shown, size_t& blocks) {
  std::string result;
  size_t at = 0;
  for (size_t found; (found = page.find(marker, at)) != std::string::npos; ++blocks) {
    const size_t begin = found + marker.size(), end = page.find(" -->", begin);
    const size_t open = page.find("```", end), block = page.find('\n', open) + 1;
    result += page.substr(at, block - at) + shown(page.substr(begin, end - begin));
    at = page.find(fence, block);
  }
  return result + page.substr(at);
}

}  // namespace

TEST_SUITE("cli/readme") {
  TEST_CASE("README and the guide show what the program prints") {
    size_t runs = 0, files = 0;
    const auto file_shown = [](const std::string& path) { return content_of(SFN_LINT_ROOT "/" + path); };
    for (const std::string& path : pages()) {
      CAPTURE(path);
      const std::string page = content_of(path);
      const std::string expected =
          refilled(refilled(page, run_marker, printed_by, runs), file_marker, file_shown, files);
      if (std::getenv("SFN_LINT_UPDATE_GOLDENS")) std::ofstream(path, std::ios::binary) << expected;
      CHECK(expected == content_of(path));
    }
    CHECK(runs >= 10);
    CHECK(files >= 1);
  }

  TEST_CASE("README stays short") { CHECK(content_of(SFN_LINT_ROOT "/README.md").size() <= 10 * 1024); }
}
