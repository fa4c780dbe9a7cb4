#include "lint/json/pointer.h"

#include <doctest/doctest.h>

#include "lint/json/parse.h"

namespace sfn::json {
namespace {

TEST_SUITE("json/pointer") {
  TEST_CASE("there and back") {
    const Source source("a.json", R"({"a/b": {"m~n": [0, {"": 1}]}, "é": 2})");
    const Parsed parsed = parse(source, 0);
    const Document& document = *parsed.document;
    for (const char* text : {"", "/a~1b", "/a~1b/m~0n", "/a~1b/m~0n/0", "/a~1b/m~0n/1/", "/é"}) {
      const Value found = find(document, text);
      REQUIRE_MESSAGE(found, text);
      CHECK(pointer(found) == text);
    }
    CHECK(find(document, "/a~1b/m~0n/1/").text() == "1");
  }

  TEST_CASE("many pointers into one array, in any order") {
    const Source source("a.json", R"({"a": [[1, 2], 3, [4]]})");
    const Parsed parsed = parse(source, 0);
    Pointers pointers;
    for (const char* text : {"/a/0/1", "/a/1", "/a/2/0", "/a/2", "/a/0", "/a/0/0", "/a/1"})
      CHECK(pointers.of(find(*parsed.document, text)) == text);
  }

  TEST_CASE("what is not there is absent") {
    const Source source("a.json", R"({"a": [1]})");
    const Parsed parsed = parse(source, 0);
    for (const char* text : {"a", "/b", "/a/1", "/a/-", "/a/00", "/a/0/x", "/~2", "/a~"})
      CHECK_MESSAGE(!find(*parsed.document, text), text);
    CHECK(pointer(Value()) == "");
  }
}

}  // namespace
}  // namespace sfn::json
