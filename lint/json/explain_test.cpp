#include "lint/json/explain.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace sfn::json {
namespace {

using Kind = Fault::Kind;

/// The text with all repairs made, from the last to the first.
std::string repaired(std::string text, const Fault& fault) {
  std::vector<Repair> repairs = fault.repairs;
  std::stable_sort(repairs.begin(), repairs.end(),
                   [](const Repair& a, const Repair& b) { return a.span.begin > b.span.begin; });
  for (const Repair& repair : repairs)
    text.replace(repair.span.begin, repair.span.end - repair.span.begin, repair.text);
  return text;
}

void check(const std::string& text, Kind kind, const std::string& marked, const std::string& message) {
  CAPTURE(text);
  const auto fault = explain(text);
  REQUIRE(fault);
  CHECK(fault->kind == kind);
  CHECK(text.substr(fault->span.begin, fault->span.end - fault->span.begin) == marked);
  CHECK(fault->message == message);
}

void check_fix(const std::string& text, Kind kind, const std::string& expected) {
  CAPTURE(text);
  const auto fault = explain(text);
  REQUIRE(fault);
  CHECK(fault->kind == kind);
  CHECK(repaired(text, *fault) == expected);
}

TEST_SUITE("json/explain") {
  TEST_CASE("what is JSON has no fault") {
    for (const char* text : {"{}", "[]", " [1, -2.5e-3, \"\\ud800\", true] ", "\xEF\xBB\xBF{}",
                             "{\"a\": {\"b\": [{}]}}", "\"\"", "0"})
      CHECK_MESSAGE(!explain(text), text);
  }

  TEST_CASE("nothing to read") {
    check("", Kind::empty, "", "the file is empty; expected a JSON object");
    check("\xEF\xBB\xBF", Kind::empty, "", "the file is empty; expected a JSON object");
    check(" \n\t", Kind::empty, "", "the file contains only whitespace; expected a JSON object");
  }

  TEST_CASE("other encodings") {
    const auto kind = [](std::string_view text) { return explain(text)->message; };
    CHECK(kind({"\xFF\xFE{\0}\0", 6}) == "the file is UTF-16, but JSON must be UTF-8");
    CHECK(kind({"{\0}\0", 4}) == "the file is UTF-16, but JSON must be UTF-8");
    CHECK(kind({"\0{\0}", 4}) == "the file is UTF-16, but JSON must be UTF-8");
    CHECK(kind({"\xFF\xFE\0\0{\0\0\0", 8}) == "the file is UTF-32, but JSON must be UTF-8");
    CHECK(kind({"{\0\0\0}\0\0\0", 8}) == "the file is UTF-32, but JSON must be UTF-8");
    CHECK(kind({"\0\0\0{", 4}) == "the file is UTF-32, but JSON must be UTF-8");
    CHECK(kind({"\x7F"
                "ELF\x02\x01\0\0",
                8}) == "this is a NUL byte, so the file is binary, not JSON text");
  }

  TEST_CASE("another token was expected") {
    check(R"({"a" 1})", Kind::unexpected, "1", "expected `:` after the key; found `1`");
    check(R"({"a" = 1})", Kind::unexpected, "=", "expected `:` after the key; found `=`");
    check(R"([1,,2])", Kind::unexpected, ",", "expected a value; found `,`");
    check(R"([1 ; 2])", Kind::unexpected, ";", "expected `,` or `]` after the value; found `;`");
    check(R"({"a": "b": "c"})", Kind::unexpected, ":", "expected `,` or `}` after the value; found `:`");
    check(R"({, "a": 1})", Kind::unexpected, ",", "expected a key in double quotes, or `}`; found `,`");
    check(R"({"a": 1, 5})", Kind::unexpected, "5", "expected a key in double quotes; found `5`");
    check("[\xC2\xA0 1]", Kind::unexpected, "\xC2\xA0", "expected a value; found a no-break space (U+00A0)");
    check("[\x01]", Kind::unexpected, "\x01", "expected a value; found the character U+0001");
  }

  TEST_CASE("a bracket that does not fit names the one that is open") {
    const auto fault = explain(R"({"a": [1})");
    REQUIRE(fault);
    CHECK(fault->message == "expected `,` or `]` after the value; found `}`");
    CHECK(fault->related == Span{6, 7});
    CHECK(fault->note == "the array begins here");
  }

  TEST_CASE("a text that ends early says what is open") {
    check(R"({"States": {"A": {"x": 1)", Kind::truncated, "",
          "the text ends inside the object `A`; expected `}}}`");
    check(R"({"a": [1, )", Kind::truncated, "", "the text ends inside the array `a`; expected a value");
    check(R"({"a")", Kind::truncated, "", "the text ends inside an object; expected `:`");
    check(R"({"a": )", Kind::truncated, "", "the text ends inside an object; expected a value");
    check(R"({"a": "b)", Kind::truncated, "\"", "the text ends inside the string that begins here");
    const auto fault = explain(R"({"a": {"b": 1)");
    CHECK(fault->related == Span{6, 7});
    CHECK(fault->note == "the object begins here");
    CHECK(fault->span == Span{13, 13});
  }

  TEST_CASE("text after the root") {
    check("{} {}", Kind::extra_text, "{", "expected nothing after the end of the JSON value; found `{`");
    check("{}}", Kind::extra_text, "}", "expected nothing after the end of the JSON value; found `}`");
    check("1 abc", Kind::extra_text, "abc", "expected nothing after the end of the JSON value; found `abc`");
  }

  TEST_CASE("trailing commas") {
    check(R"({"a": 1,})", Kind::trailing_comma, ",", "JSON does not allow a comma before `}`; remove it");
    check("[1,\n]", Kind::trailing_comma, ",", "JSON does not allow a comma before `]`; remove it");
    check_fix("{\"a\": [1, 2, ],\r\n \"b\": {\"c\": 1,},\r\n}", Kind::trailing_comma,
              "{\"a\": [1, 2 ],\r\n \"b\": {\"c\": 1}\r\n}");
  }

  TEST_CASE("comments") {
    check("{} // x", Kind::comment, "// x",
          "JSON does not have comments; delete it, or move its text to a `Comment` field");
    check("{ /* x", Kind::comment, "/*", "JSON does not have comments, and this one is never closed");
    check_fix("// head\n{\n  # whole line\r\n  \"a\": 1, // end\n  /* in */ \"b\": 2 /* two\nlines */\n}\n",
              Kind::comment, "{\n  \"a\": 1,\n \"b\": 2\n}\n");
    check_fix("[\"// no\", 1 /**/, 2]", Kind::comment, "[\"// no\", 1, 2]");
  }

  TEST_CASE("deleting a comment joins no tokens") {
    CHECK(repaired("[1/**/2]", *explain("[1/**/2]")) == "[1 2]");
  }

  TEST_CASE("repairs are of one kind only, and pass other faults") {
    check_fix("[1,] // x", Kind::trailing_comma, "[1] // x");
    check_fix("[1, /* x */ 'a', /* y */]", Kind::comment, "[1, 'a',]");
  }

  TEST_CASE("missing commas") {
    check(R"({"a": 1 "b": 2})", Kind::missing_comma, R"("b")", "a comma is missing before this member");
    check(R"(["a" {}])", Kind::missing_comma, "{", "a comma is missing before this item");
    check_fix("{\"a\": {}\n \"b\": [1 2 [3][4]]\n \"c\": \"x\"\n \"d\": null}", Kind::missing_comma,
              "{\"a\": {},\n \"b\": [1, 2, [3],[4]],\n \"c\": \"x\",\n \"d\": null}");
  }

  TEST_CASE("a quote inside a string is not a missing comma") {
    check(R"({"a": "say "hi" there"})", Kind::unexpected, "hi",
          "expected `,` or `}` after the value; found `hi`; write a quote inside a string as `\\\"`");
    check(R"(["a""b"])", Kind::unexpected, R"("b")",
          "expected `,` or `]` after the value; found a string; write a quote inside a string as `\\\"`");
  }

  TEST_CASE("quotes of other kinds") {
    const std::string smart = "a string needs straight double quotes, `\"`, not typographic quotes";
    check("{“a”: 1}", Kind::smart_quote, "“", smart);
    check("{\"a”: 1}", Kind::smart_quote, "”", smart);
    check_fix("{“a”: “x”, “b\": \"y”, ‘c’: ‘don\\\\t’, \"d”: 1, \"e\": \"z”\n}", Kind::smart_quote,
              "{\"a\": \"x\", \"b\": \"y\", \"c\": \"don\\\\t\", \"d\": 1, \"e\": \"z\"\n}");
    check("['a']", Kind::single_quote, "'a'", "a string needs double quotes, not single quotes");
    check("['a]", Kind::single_quote, "'",
          "a string needs double quotes, and this string in single quotes is not closed");
    check_fix(R"({'a': 'it\'s "x"\n', "b": 'c'})", Kind::single_quote, R"({"a": "it's \"x\"\n", "b": "c"})");
    CHECK_FALSE(explain("{\"a\": \"“x”\"}"));
  }

  TEST_CASE("a typographic quote that closes nothing is passed once") {
    check_fix("[\"x”, \"y”, \"z\"]", Kind::smart_quote, "[\"x\", \"y\", \"z\"]");
    check_fix("{“b”: 1, c 1}", Kind::smart_quote, "{\"b\": 1, c 1}");
  }

  TEST_CASE("keys without quotes") {
    check("{a: 1}", Kind::unquoted_key, "a", "a key needs double quotes; write `\"a\"`");
    check_fix("{Type: 1, Path.$: 2, \"x\": {y : 3, 1: 4}}", Kind::unquoted_key,
              "{\"Type\": 1, \"Path.$\": 2, \"x\": {\"y\" : 3, \"1\": 4}}");
  }

  TEST_CASE("numbers") {
    check("[010]", Kind::bad_number, "010", "a JSON number cannot have a leading zero; write `010` as `10`");
    check("[+1]", Kind::bad_number, "+1", "a JSON number cannot have a plus sign; write `+1` as `1`");
    check("[.5]", Kind::bad_number, ".5",
          "a JSON number needs a digit before its decimal point; write `.5` as `0.5`");
    check("[1.]", Kind::bad_number, "1.",
          "a JSON number needs a digit after its decimal point; write `1.` as `1.0`");
    check("[0x1F]", Kind::bad_number, "0x1F",
          "`0x1F` is not a JSON number, because JSON has only decimal numbers; write `31`");
    check("[NaN]", Kind::bad_number, "NaN", "JSON does not have `NaN`; write a number or a string");
    check("[-Infinity]", Kind::bad_number, "-Infinity",
          "JSON does not have `-Infinity`; write a number or a string");
    for (const char* text : {"[1_000]", "[-]", "[1e]", "[1.2.3]", "[+]", "[.]", "[--1]", "[2024-01-01]"}) {
      CAPTURE(text);
      CHECK(explain(text)->kind == Kind::bad_number);
      CHECK(explain(text)->repairs.empty());
    }
    check_fix("[010, -007, +.5, -.5, 1., 1.e5, 00, -0x10, 1]", Kind::bad_number,
              "[10, -7, 0.5, -0.5, 1.0, 1.0e5, 0, -16, 1]");
  }

  TEST_CASE("literals of other languages") {
    check("[True]", Kind::bad_literal, "True", "`True` is not JSON; write `true`");
    check("[nul]", Kind::bad_literal, "nul", "`nul` is not a JSON value; did you mean `null`?");
    check("[truex]", Kind::bad_literal, "truex", "`truex` is not a JSON value; did you mean `true`?");
    check("[undefined]", Kind::bad_literal, "undefined",
          "`undefined` is not a JSON value; enclose strings in double quotes");
    check("StartAt: A", Kind::bad_literal, "StartAt",
          "`StartAt` is not a JSON value; enclose strings in double quotes");
    check_fix("[True, FALSE, None, Null]", Kind::bad_literal, "[true, false, null, null]");
  }

  TEST_CASE("raw control characters") {
    check("{\"a\": \"cluster-arn\n\"}", Kind::raw_control, "\n",
          "JSON does not allow a line break inside a string; this one, at the end of its string, was "
          "probably copied from a page");
    check("[\"a\nb\"]", Kind::raw_control, "\n",
          "JSON does not allow a line break inside a string; write it as `\\n`");
    check("[\"a\tb\"]", Kind::raw_control, "\t", "a tab inside a string must be written `\\t`");
    check("[\"a\x01\"]", Kind::raw_control, "\x01",
          "the control character U+0001 inside a string must be written `\\u0001`");
    check_fix("{\"a\": \"x\r\n  \",\n \"b\": \"{%\r\n\t$x\n%}\", \"c\": \"\t\x1F\"}", Kind::raw_control,
              "{\"a\": \"x\",\n \"b\": \"{%\\n\\t$x\\n%}\", \"c\": \"\\t\\u001f\"}");
  }

  TEST_CASE("a string that is not closed on its line") {
    const std::string message =
        "the string that begins here is not closed; expected `\"` before the end of the line";
    check("{\"a\": \"Foo,\n \"b\": 1}", Kind::unclosed_string, "\"", message);
    check("{\"a\": \"Foo\n}", Kind::unclosed_string, "\"", message);
    CHECK(explain("{\"a\": \"Foo,\n \"b\": 1}")->span == Span{6, 7});
  }

  TEST_CASE("escapes") {
    check(R"(["\d"])", Kind::bad_escape, R"(\d)", R"(`\d` is not a JSON escape; write a backslash as `\\`)");
    check(R"(["\u12"])", Kind::bad_escape, R"(\u)", R"(`\u` needs four hexadecimal digits)");
    check_fix(R"(["it\'s", "\'"])", Kind::bad_escape, R"(["it's", "'"])");
  }

  TEST_CASE("bytes that are not UTF-8") {
    check("[\"\xE9\"]", Kind::bad_utf8, "\xE9",
          "the byte 0xE9 is not valid UTF-8, as JSON requires; in Latin-1 it is `é`");
    for (const char* text : {"[\"\x80\"]", "[\"\xC0\xAF\"]", "[\"\xED\xA0\x80\"]", "[\"\xF4\x90\x80\x80\"]",
                             "[\"\xE2\x82\"]", "\xFF", "[${\xE9}]"}) {
      CAPTURE(text);
      CHECK(explain(text)->kind == Kind::bad_utf8);
    }
    CHECK_FALSE(explain("[\"\xF0\x9F\x98\x80\xEF\xBF\xBF\"]"));
  }

  TEST_CASE("hostile texts take time in proportion to their length") {
    constexpr size_t size = 300000;
    const auto repeated = [](std::string_view piece) {
      std::string text;
      while (text.size() < size) text += piece;
      return text;
    };
    for (std::string_view piece : {"\"", "\"\n", "\n", "{", "/**/", "//\n", "${", "\"${", "\"${x", "%{ ", "'",
                                   "“", "\\", ",", "\"“", "\"a\" "}) {
      CAPTURE(piece);
      explain(repeated(piece));
      explain("[" + repeated(piece));
      explain("[\"" + repeated(piece));
      explain("[\"" + repeated(piece) + "\"]");
      explain("{\"a\": \"" + repeated(piece));
    }
  }
}

}  // namespace
}  // namespace sfn::json
