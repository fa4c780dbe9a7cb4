#include "lint/document.h"

#include <doctest/doctest.h>

#include "lint/json/parse.h"

namespace sfn {
namespace {

// An object of `count` members and one that is there twice.
std::string object(size_t count) {
  std::string text = R"({"twice": 1)";
  for (size_t i = 0; i < count; ++i) text += ", \"n" + std::to_string(i) + "\": " + std::to_string(i);
  return text + R"(, "twice": 2})";
}

TEST_SUITE("document") {
  TEST_CASE("members are found in small objects and in large ones, of doubles the last") {
    for (const size_t count : {size_t{1}, Document::few_members, size_t{1000}}) {
      const Source source("a.json", "{\"outer\": " + object(count) + "}");
      const json::Parsed parsed = json::parse(source, 0);
      const Value found = parsed.document->root()["outer"];
      for (size_t i = 0; i < count; ++i)
        CHECK(found["n" + std::to_string(i)].integer() == static_cast<int64_t>(i));
      CHECK(found["twice"].integer() == 2);
      CHECK_FALSE(found["n"]);
      CHECK_FALSE(found[""]);
      CHECK_FALSE(found.names_differ());
    }
  }

  TEST_CASE("names that are sure to differ") {
    const Source source("a.json", R"({"Type": 1, "Next": 2, "End": 3})");
    CHECK(json::parse(source, 0).document->root().names_differ());
  }

  TEST_CASE("a name and its suffix have the hash of both together") {
    for (const std::string name : {"", "a", "ab", "abc", "Environment"})
      CHECK(name_hash(name, ".$") == name_hash(name + ".$"));
  }
}

}  // namespace
}  // namespace sfn
