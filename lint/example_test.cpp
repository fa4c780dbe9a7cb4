#include "lint/example.h"

#include <doctest/doctest.h>

using namespace sfn;

TEST_SUITE("lint/example") {
  TEST_CASE("guillemets become marks") {
    const MarkedText marked = unmark("{«\"a»\": é«»1«}");
    CHECK(marked.text == "{\"a\": é1}");
    CHECK(marked.marks == std::vector<Span>{{1, 3}, {8, 8}, {9, 10}});
  }

  TEST_CASE("a text without marks stays as it is") {
    CHECK(unmark("{}").text == "{}");
    CHECK(unmark("{}").marks.empty());
  }
}
