#include "lint/fix.h"

#include <doctest/doctest.h>

using namespace sfn;

namespace {

// Fixes that replace every `from` by `to`, one by one.
Examined replacing(const std::string& text, const std::string& from, const std::string& to) {
  Examined examined;
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1))
    examined.fixes.push_back({{{static_cast<uint32_t>(at), static_cast<uint32_t>(at + from.size())}, to}});
  return examined;
}

}  // namespace

TEST_SUITE("lint/fix") {
  TEST_CASE("edits that touch wait for the next pass") {
    std::vector<std::string> texts;
    const Fixed fixed = fix("a-a aa", [&](const std::string& text) {
      texts.push_back(text);
      return replacing(text, "a", "b");
    });
    CHECK(texts == std::vector<std::string>{"a-a aa", "b-b ba", "b-b bb"});
    CHECK(fixed.text == "b-b bb");
    CHECK(fixed.made == 4);
    CHECK(fixed.settled);
  }

  TEST_CASE("a text that needs no fix stays") {
    const Fixed fixed = fix("x", [](const std::string&) { return Examined{}; });
    CHECK(fixed.text == "x");
    CHECK(fixed.made == 0);
    CHECK(fixed.settled);
  }

  TEST_CASE("a fix that breaks the text is refused, and the others are made") {
    const Fixed fixed = fix("one two six", [](const std::string& text) {
      Examined examined = replacing(text, "two", "}");
      for (Examined more : {replacing(text, "one", "1"), replacing(text, "six", "6")})
        examined.fixes.insert(examined.fixes.end(), more.fixes.begin(), more.fixes.end());
      examined.faults = text.find('}') != std::string::npos ? 1 : 0;
      return examined;
    });
    CHECK(fixed.text == "1 two 6");
    CHECK(fixed.made == 2);
    CHECK_FALSE(fixed.settled);
  }

  TEST_CASE("a text that did not parse may stay so while it is fixed") {
    const Fixed fixed = fix("{{", [](const std::string& text) {
      Examined examined = replacing(text, "{{", "{");
      examined.faults = 1;
      return examined;
    });
    CHECK(fixed.text == "{");
  }

  TEST_CASE("fixes that undo one another end") {
    const Fixed fixed = fix("a", [](const std::string& text) {
      return text == "a" ? replacing(text, "a", "b") : replacing(text, "b", "a");
    });
    CHECK(fixed.text == "b");
    CHECK_FALSE(fixed.settled);
  }

  TEST_CASE("fixes without end stop after as many passes as there may be") {
    int passes = 0;
    const Fixed fixed = fix("a", [&](const std::string& text) {
      ++passes;
      return replacing(text, text, text + "a");
    });
    CHECK(fixed.text == "aaaaaaaaaaa");
    CHECK(passes == max_passes + 1);
    CHECK_FALSE(fixed.settled);
  }
}
