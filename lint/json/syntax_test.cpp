// Whole definitions that are not JSON: what is said of each (testdata/syntax/*.txt) and what fixing makes of
// it.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "lint/json/editor.h"
#include "lint/json/explain.h"

namespace sfn::json {
namespace {

const std::filesystem::path folder = SFN_LINT_ROOT "/testdata/syntax";

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string at(const LineIndex& lines, Span span, const std::string& message) {
  const Position position = lines.position(span.begin);
  return std::to_string(position.line) + ":" + std::to_string(position.column) + ": " + message + "\n";
}

std::string described(const std::string& text, const Fault& fault) {
  const LineIndex lines(text);
  return at(lines, fault.span, fault.message) + (fault.related ? at(lines, *fault.related, fault.note) : "");
}

std::string fixed(const std::string& text, const Fault& fault) {
  std::vector<Edit> edits;
  for (const Repair& repair : fault.repairs) edits.push_back({repair.span, repair.text});
  return applied(text, edits);
}

void check(const std::filesystem::path& file) {
  CAPTURE(file.filename().string());
  const std::string text = content(file);
  const auto fault = explain(text);
  REQUIRE(fault);
  CHECK(described(text, *fault) == content(std::filesystem::path(file).replace_extension(".txt")));
  if (fault->repairs.empty()) return;
  const std::string better = fixed(text, *fault);
  CHECK(better == content(std::filesystem::path(file).replace_extension(".fixed")));
  CHECK_FALSE(explain(better));
}

TEST_SUITE("json/syntax") {
  TEST_CASE("whole definitions") {
    size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".json") {
        check(entry.path());
        ++count;
      }
    CHECK(count >= 8);
  }
}

}  // namespace
}  // namespace sfn::json
