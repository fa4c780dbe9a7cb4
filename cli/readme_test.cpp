// README shows what the program prints: the block after `<!-- run: sfn-lint ... -->` is compared with a run
// in the root of the project. SFN_LINT_UPDATE_GOLDENS=1 rewrites it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "cli/trial.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

const std::string marker = "<!-- run: sfn-lint ", fence = "```\n";

std::string readme_path() { return SFN_LINT_ROOT "/README.md"; }

std::string read_readme() {
  std::ifstream in(readme_path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

// Fills the blocks of a page with what the runs named above them print.
std::string refilled(const std::string& page, size_t& runs) {
  std::string result;
  size_t at = 0;
  for (size_t found; (found = page.find(marker, at)) != std::string::npos; ++runs) {
    const size_t command = found + marker.size();
    const size_t block = page.find(fence, command) + fence.size();
    const Trial trial =
        run_in(SFN_LINT_ROOT, words(page.substr(command, page.find(" -->", command) - command)));
    result += page.substr(at, block - at) + trial.out + trial.err;
    at = page.find(fence, block);
  }
  return result + page.substr(at);
}

}  // namespace

TEST_SUITE("cli/readme") {
  TEST_CASE("README shows what the program prints") {
    const std::string page = read_readme();
    size_t runs = 0;
    const std::string expected = refilled(page, runs);
    CHECK(runs >= 3);
    if (std::getenv("SFN_LINT_UPDATE_GOLDENS")) std::ofstream(readme_path(), std::ios::binary) << expected;
    CHECK(expected == read_readme());
  }
}
