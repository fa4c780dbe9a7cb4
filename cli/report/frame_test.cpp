#include "cli/report/frame.h"

#include <doctest/doctest.h>

using namespace sfn::cli;

namespace {

// The mark is what is between brackets.
std::string framed(std::string text, FrameStyle style = {.number = 7}) {
  const size_t begin = text.find('[');
  text.erase(begin, 1);
  const size_t end = text.find(']');
  text.erase(end, 1);
  return frame({text, begin, end, false, false}, style);
}

}  // namespace

TEST_SUITE("cli/report/frame") {
  TEST_CASE("carets are below the mark") {
    CHECK(framed(R"({["a"]: 1})") == "    7 | {\"a\": 1}\n      |  ^^^\n");
    CHECK(framed("[abc]", {}) == "abc\n^^^\n");
    CHECK(framed("abc[]") == "    7 | abc\n      |    ^\n");
  }

  TEST_CASE("behind tabs, wide and combining characters, and in escaped ones") {
    CHECK(framed("\t[a]") == "    7 |     a\n      |     ^\n");
    CHECK(framed("語[語]x") == "    7 | 語語x\n      |   ^^\n");
    CHECK(framed("e\u0301[a]") == "    7 | e\u0301a\n      |  ^\n");
    CHECK(framed("\x1b[[\x1b]") == "    7 | \\u001b[\\u001b\n      |       ^^^^^^^\n");
  }

  TEST_CASE("a long line is cut around the mark, also inside a run of wide characters") {
    const std::string cut = framed(std::string(300, 'a') + "[XY]" + std::string(300, 'b'), {});
    CHECK(cut ==
          "…" + std::string(40, 'a') + "XY" + std::string(78, 'b') + "…\n" + std::string(41, ' ') + "^^\n");
    std::string wide;
    for (int i = 0; i < 200; ++i) wide += "語";
    const std::string odd = framed("x" + wide + "[y]" + wide, {});
    const size_t line = odd.find('\n');
    CHECK(odd.substr(line + 1) == std::string(1 + 40, ' ') + "^\n");
    CHECK(framed("[" + std::string(300, 'a') + "]", {}) ==
          std::string(120, 'a') + "…\n" + std::string(120, '^') + "\n");
  }

  TEST_CASE("colour surrounds the carets alone") {
    CHECK(framed("a[b]", {.mark = "<", .unmark = ">"}) == "ab\n <^>\n");
  }
}
