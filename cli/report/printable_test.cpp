#include "cli/report/printable.h"

#include <doctest/doctest.h>

using namespace sfn::cli;

TEST_SUITE("cli/report/printable") {
  TEST_CASE("what a terminal would act on or hide is escaped") {
    CHECK(printable("a\x1b[31m\r\n\t\x7f") == "a\\u001b[31m\\r\\n\\t\\u007f");
    CHECK(printable("\u0085\u009b\u202e\u2066\u200b\ufeff") == "\\u0085\\u009b\\u202e\\u2066\\u200b\\ufeff");
    CHECK(printable("\U000E0041") == "\\u{e0041}");
  }

  TEST_CASE("other text stays, joiners too") { CHECK(printable("Ä語 👩\u200d🚒 \"\\") == "Ä語 👩\u200d🚒 \"\\"); }

  TEST_CASE("bytes that are not UTF-8 are shown one by one") {
    CHECK(printable("\xff\xc3") == "\\xff\\xc3");
    CHECK(printable("\xc0\xaf") == "\\xc0\\xaf");                    // overlong
    CHECK(printable("\xe0\x80\xaf") == "\\xe0\\x80\\xaf");           // overlong
    CHECK(printable("\xed\xa0\x80") == "\\xed\\xa0\\x80");           // a surrogate
    CHECK(printable("\xf4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");  // above U+10FFFF
    CHECK(printable("\xe8\xaa") == "\\xe8\\xaa");                    // cut off
    CHECK(valid_utf8("a\xffé\xe8") == "a\uFFFDé\uFFFD");
  }

  TEST_CASE("no line is a command to the machine that shows it") {
    CHECK(printable("a ##[add-mask]b ##vso[x] ##teamcity[y]") ==
          "a \\u0023#[add-mask]b \\u0023#vso[x] \\u0023#teamcity[y]");
    CHECK(printable("## [a] ##A[ #[b] ##") == "## [a] ##A[ #[b] ##");
    CHECK(printable("\uFFFE\uFFFF\uFFFD") == "\\ufffe\\uffff\uFFFD");
  }

  TEST_CASE("columns of a terminal") {
    CHECK(first_glyph("a").columns == 1);
    CHECK(first_glyph("語").columns == 2);
    CHECK(first_glyph("\u0301").columns == 0);
    CHECK(first_glyph("\x1b").columns == 6);
    CHECK(first_glyph("\t", 4).shown == "    ");
  }
}
