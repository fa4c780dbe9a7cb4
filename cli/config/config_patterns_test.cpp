#include "cli/config/config_patterns.h"

#include <doctest/doctest.h>

#include <string>

using namespace sfn::cli;

namespace {

bool match(std::string_view pattern, std::string_view path) {
  ConfigPatterns patterns;
  CHECK(patterns.add(pattern).empty());
  return patterns.match(path);
}

}  // namespace

TEST_SUITE("cli/config/config_patterns") {
  TEST_CASE("a name matches at any depth, and all that is in a folder of that name") {
    CHECK(match("legacy", "legacy"));
    CHECK(match("legacy", "a/b/legacy"));
    CHECK(match("legacy", "a/legacy/b/c.asl.json"));
    CHECK(match("*.input.json", "a/b.input.json"));
    CHECK_FALSE(match("legacy", "a/legacy2/c.asl.json"));
    CHECK_FALSE(match("legacy", "my-legacy"));
  }

  TEST_CASE("a path is relative to the folder of the configuration") {
    CHECK(match("infra/prod", "infra/prod/a.asl.json"));
    CHECK(match("./infra/prod", "infra/prod/a.asl.json"));
    CHECK(match("/a.asl.json", "a.asl.json"));
    CHECK(match("infra/**/*.json", "infra/a/b/c.json"));
    CHECK(match("infra/**/*.json", "infra/c.json"));
    CHECK(match("infra/{prod,test}/*", "infra/test/c.json"));
    CHECK_FALSE(match("infra/prod", "old/infra/prod/a.asl.json"));
    CHECK_FALSE(match("/a.asl.json", "b/a.asl.json"));
    CHECK_FALSE(match("infra/*.json", "infra/a/c.json"));
  }

  TEST_CASE("a slash at the end means folders") {
    CHECK(match("legacy/", "a/legacy/b.json"));
    CHECK_FALSE(match("legacy/", "a/legacy"));
    CHECK(match("infra/legacy/", "infra/legacy/b.json"));
  }

  TEST_CASE("what is no pattern") {
    ConfigPatterns patterns;
    CHECK(patterns.add("") == "an empty pattern matches nothing");
    for (const char* pattern : {"..", "../a", "a/../b", "a/.."})
      CHECK(patterns.add(pattern) ==
            "`..` leaves the folder of the configuration, but patterns match only files in that folder");
    CHECK(patterns.empty());
    CHECK_FALSE(patterns.match("a"));
  }

  TEST_CASE("a hostile pattern takes little time") {
    std::string pattern, path;
    for (int i = 0; i < 40; ++i) {
      pattern += "**/a/";
      path += "a/";
    }
    CHECK_FALSE(match(pattern + "b", path + "c"));
  }
}
