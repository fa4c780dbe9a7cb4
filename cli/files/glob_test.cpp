#include "cli/files/glob.h"

#include <doctest/doctest.h>

#include <ctime>

using namespace sfn::cli;

namespace {

struct Case {
  std::string_view pattern;
  std::vector<std::string_view> matched, refused;
};

void check_case(const Case& each) {
  CAPTURE(each.pattern);
  const Glob glob(each.pattern);
  for (const std::string_view path : each.matched) CHECK_MESSAGE(glob.matches(path), path);
  for (const std::string_view path : each.refused) CHECK_MESSAGE(!glob.matches(path), path);
}

}  // namespace

TEST_SUITE("cli/files/glob") {
  TEST_CASE("one star and a question mark stay in one name") {
    check_case({"*.json", {"a.json", ".json", ".a.json"}, {"a/b.json", "a.jsonx", "json"}});
    check_case({"a/*/c", {"a/b/c", "a//c"}, {"a/c", "a/b/b/c"}});
    check_case({"a?c", {"abc", "a语c"}, {"a/c", "ac", "abbc"}});
    check_case({"", {""}, {"a"}});
  }

  TEST_CASE("two stars are folders, where they are a whole name") {
    check_case({"**/a.json", {"a.json", "x/a.json", "x/y/a.json"}, {"xa.json", "a.json/x"}});
    check_case({"a/**/b", {"a/b", "a/x/b", "a/x/y/b"}, {"ab", "a/xb", "a/b/c"}});
    check_case({"a/**", {"a/b", "a/b/c"}, {"a", "a/", "b/a/c"}});
    check_case({"**", {"a", "a/b"}, {""}});
    check_case({"a**b", {"ab", "axb"}, {"a/b"}});
    check_case({"**/x/**/y", {"x/y", "a/x/b/c/y"}, {"a/y", "x/ay"}});
    check_case({"**/**/a", {"a", "b/a"}, {"ba"}});
    check_case({"***/a", {"b/a"}, {"a", "b/c/a"}});
  }

  TEST_CASE("brackets hold one character") {
    check_case({"[a-c]x", {"ax", "cx"}, {"dx", "x", "-x"}});
    check_case({"[!a-c]x", {"dx", "语x"}, {"ax", "/x"}});
    check_case({"[^a]", {"b"}, {"a", "/"}});
    check_case({"[]a]", {"]", "a"}, {"b"}});
    check_case({"[!]]", {"a"}, {"]"}});
    check_case({"[a-]", {"a", "-"}, {"b"}});
    check_case({"[\\]]", {"]"}, {"\\"}});
    check_case({"[ä-ü]", {"ö"}, {"o"}});
    check_case({"[a", {"[a"}, {"a"}});
    check_case({"[a/b]", {"[a/b]"}, {"a"}});
  }

  TEST_CASE("braces hold patterns") {
    check_case({"a.{json,yaml}", {"a.json", "a.yaml"}, {"a.", "a.json,yaml"}});
    check_case({"{a/b,c}/*.{x,y{1,2}}", {"a/b/n.x", "c/n.y2"}, {"a/n.x", "c/n.y"}});
    check_case({"a{,b}", {"a", "ab"}, {"a,b"}});
    check_case({"{**/a,b/**}", {"a", "x/y/a", "b/c/d"}, {"b"}});
    check_case({"{a}", {"a"}, {"{a}"}});
    check_case({"{a,b", {"{a,b"}, {"a"}});
    check_case({"{a,[,}]}", {"a", ",", "}"}, {"["}});
    check_case({"{}", {""}, {"{}"}});
  }

  TEST_CASE("a backslash makes a character plain") {
    check_case({"\\*", {"*"}, {"a"}});
    check_case({"\\{a,b\\}", {"{a,b}"}, {"a"}});
    check_case({"a\\", {"a\\"}, {"a"}});
  }

  TEST_CASE("bytes that are not UTF-8 are characters of their own") {
    check_case({"a?", {"a\xff"}, {"a\xff\xff"}});
    check_case({"a\xff", {"a\xff"}, {"a\xfe"}});
  }

  TEST_CASE("no pattern takes long") {
    std::string pattern, choices;
    for (int i = 0; i < 200; ++i) pattern += "*a", choices += "{a,a}";
    const std::clock_t begin = std::clock();  // of the processor: others may use it too
    CHECK_FALSE(matches(pattern + "b", std::string(4000, 'a')));
    CHECK_FALSE(matches(choices + "b", std::string(4000, 'a')));
    const std::string open(2000, '{'), shut(2000, '}');
    CHECK_FALSE(matches(open + "a" + shut, "b"));
    CHECK(std::clock() - begin < 5 * CLOCKS_PER_SEC);
  }

  TEST_CASE("what braces expand to, in their order") {
    using Words = std::vector<std::string>;
    CHECK(expand_braces("a") == Words{"a"});
    CHECK(expand_braces("a{b,c{1,2}}d") == Words{"abd", "ac1d", "ac2d"});
    CHECK(expand_braces("{a,b}{c,d}") == Words{"ac", "ad", "bc", "bd"});
    CHECK(expand_braces("{a,b") == Words{"{a,b"});
    CHECK(expand_braces("\\{a,b}[{]{c,}") == Words{"\\{a,b}[{]c", "\\{a,b}[{]"});
    CHECK(expand_braces("{a,b}{a,b}{a,b}", 7).empty());
  }

  TEST_CASE("which texts are patterns") {
    for (const char* text : {"*", "a?", "[a]", "{a,b}"}) CHECK_MESSAGE(has_wildcards(text), text);
    for (const char* text : {"", "a/b-c.json", "a]}", "!a", "a[b", "{a", "\\*", "\\"})
      CHECK_MESSAGE(!has_wildcards(text), text);
  }
}
