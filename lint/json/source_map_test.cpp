#include "lint/json/source_map.h"

#include <doctest/doctest.h>

#include "lint/json/parse.h"

namespace sfn::json {
namespace {

/// The bytes of a place in the first member of an object.
std::string located(const std::string& text, Place (*place)(Value)) {
  const Source source("a.json", text);
  const Parsed parsed = parse(source, 0);
  REQUIRE(parsed.document);
  const Span span = parsed.document->span(place(parsed.document->root().first_child()));
  return std::string(source.text().substr(span.begin, span.end - span.begin));
}

TEST_SUITE("json/source_map") {
  TEST_CASE("value, key and start") {
    const std::string text = "{\r\n\t\"a\": [1, 2]}";
    CHECK(located(text, [](Value v) { return v.place(); }) == "[1, 2]");
    CHECK(located(text, [](Value v) { return v.key(); }) == "\"a\"");
    CHECK(located(text, [](Value v) { return v.first_child().label(); }) == "1");
    CHECK(located(text, [](Value v) { return v.first_child().key(); }) == "1");
    CHECK(located(text, [](Value v) { return v.parent().label(); }) == "{");
  }

  TEST_CASE("a stretch of plain text") {
    const std::string text = "{\"k\": \"a\xC3\xA9 b\"}";
    CHECK(located(text, [](Value v) { return v.stretch(1, 3); }) == "\xC3\xA9");
    CHECK(located(text, [](Value v) { return v.stretch(4, 5); }) == "b");
    CHECK(located(text, [](Value v) { return v.stretch(0, 99); }) == "a\xC3\xA9 b");
    CHECK(located(text, [](Value v) { return v.stretch(2, 2); }) == "");
    CHECK(located(text, [](Value v) { return v.key_stretch(0, 1); }) == "k");
  }

  TEST_CASE("a stretch behind escapes covers whole escapes") {
    // decoded: " A 😀(4) \n x
    const std::string text = R"({"\u006b\n": "\"\u0041\ud83d\ude00\nx"})";
    CHECK(located(text, [](Value v) { return v.stretch(0, 1); }) == R"(\")");
    CHECK(located(text, [](Value v) { return v.stretch(1, 2); }) == R"(\u0041)");
    CHECK(located(text, [](Value v) { return v.stretch(2, 6); }) == R"(\ud83d\ude00)");
    CHECK(located(text, [](Value v) { return v.stretch(3, 4); }) == R"(\ud83d\ude00)");
    CHECK(located(text, [](Value v) { return v.stretch(6, 8); }) == R"(\nx)");
    CHECK(located(text, [](Value v) { return v.stretch(7, 8); }) == "x");
    CHECK(located(text, [](Value v) { return v.stretch(1, 99); }) == R"(\u0041\ud83d\ude00\nx)");
    CHECK(located(text, [](Value v) { return v.key_stretch(0, 1); }) == R"(\u006b)");
    CHECK(located(text, [](Value v) { return v.key_stretch(1, 2); }) == R"(\n)");
  }

  TEST_CASE("an empty stretch is a place between characters") {
    const Source source("a.json", R"(["\nx"])");
    const Parsed parsed = parse(source, 0);
    const Value item = parsed.document->root().first_child();
    CHECK(parsed.document->span(item.stretch(0, 0)) == Span{2, 2});
    CHECK(parsed.document->span(item.stretch(1, 1)) == Span{4, 4});
    CHECK(parsed.document->span(item.stretch(2, 2)) == Span{5, 5});
    CHECK(parsed.document->span(item.stretch(50, 60)) == Span{5, 5});
  }

  TEST_CASE("a stretch of a bare placeholder or a number counts its own bytes") {
    CHECK(located(R"({"a": ${x}"y"})", [](Value v) { return v.stretch(2, 3); }) == "x");
    CHECK(located(R"({"a": 1234})", [](Value v) { return v.stretch(1, 3); }) == "23");
  }
}

}  // namespace
}  // namespace sfn::json
