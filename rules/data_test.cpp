// Faults of data between states, each with its corrected twin: testdata/data/bad and testdata/data/ok.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "lint/lint.h"
#include "lint/wording.h"
#include "rules/registry.h"

namespace fs = std::filesystem;
using namespace sfn;

namespace {

// The rules that find something, advice aside.
std::string found_in(const fs::path& path) {
  static const RuleSet rules(sfn::rules::all());
  std::ifstream file(path, std::ios::binary);
  const Source source(path.filename().string(), std::string(std::istreambuf_iterator<char>(file), {}));
  std::string found;
  for (const Diagnostic& one : check(source, 0, rules, {}).diagnostics)
    if (one.rule->severity != Severity::info) found += std::string(one.rule->id) + " ";
  return found;
}

}  // namespace

TEST_SUITE("rules/data") {
  TEST_CASE("each fault of data is found, and nothing in its corrected twin") {
    const fs::path folder = fs::path(SFN_LINT_ROOT) / "testdata" / "data";
    size_t pairs = 0;
    for (const auto& entry : fs::directory_iterator(folder / "bad")) {
      ++pairs;
      const fs::path name = entry.path().filename();
      CAPTURE(name.string());
      CHECK(found_in(entry.path()) != "");
      CHECK(found_in(folder / "ok" / name) == "");
    }
    CHECK(pairs == 20);
  }
}
