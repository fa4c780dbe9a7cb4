#include "lint/text.h"

#include <doctest/doctest.h>

using namespace sfn;

TEST_SUITE("lint/text") {
  TEST_CASE("columns count code points, lines end at \\n, and \\r belongs to the line end") {
    const std::string_view text = "a\u00e9b\r\n\tx\n";
    const LineIndex lines(text);
    CHECK(lines.position(0) == Position{1, 1});
    CHECK(lines.position(3) == Position{1, 3});
    CHECK(lines.position(7) == Position{2, 2});
    CHECK(lines.position(9) == Position{3, 1});
    CHECK(lines.position(999) == Position{3, 1});
    CHECK(lines.line(1) == "a\u00e9b");
    CHECK(lines.line(2) == "\tx");
    CHECK(lines.line(3).empty());
    CHECK(lines.line(4).empty());
  }

  TEST_CASE("columns of a long line, whatever is in it") {
    std::string text = "\xC3\xA9\n";
    for (int i = 0; text.size() < 50000; ++i)
      text += i % 3 ? "ab" : i % 2 ? "\xF0\x9F\x98\x80" : "\xE2\x82\xAC";
    text += "\nx";
    const LineIndex lines(text);
    for (uint32_t offset = 3; offset < text.size() - 2; offset += 61) {
      const std::string_view before = std::string_view(text).substr(3, offset - 3);
      REQUIRE(lines.position(offset) == Position{2, 1 + static_cast<uint32_t>(count_code_points(before))});
    }
    CHECK(lines.position(static_cast<uint32_t>(text.size())) == Position{3, 2});
  }

  TEST_CASE("a source keeps its size and has zero bytes behind it") {
    const Source source("a.json", "{}");
    CHECK(source.text() == "{}");
    CHECK(source.text().data()[2] == '\0');
    CHECK(source.text().data()[2 + Source::slack - 1] == '\0');
  }
}
