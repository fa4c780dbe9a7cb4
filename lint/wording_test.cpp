#include "lint/wording.h"

#include <doctest/doctest.h>

using namespace sfn;

TEST_SUITE("wording") {
  TEST_CASE("lists") {
    const std::string_view names[] = {"A", "B", "C"};
    CHECK(wording::alternatives({}).empty());
    CHECK(wording::alternatives({names, 1}) == "`A`");
    CHECK(wording::alternatives({names, 2}) == "`A` or `B`");
    CHECK(wording::alternatives(names) == "`A`, `B` or `C`");
    const std::string items[] = {"a retrier", "a catcher"};
    CHECK(wording::listed(items, " and ") == "a retrier and a catcher");
  }

  TEST_CASE("numbers") {
    CHECK(wording::count(0, "file") == "0 files");
    CHECK(wording::count(1, "file") == "1 file");
    CHECK(wording::count(2, "file") == "2 files");
  }

  TEST_CASE("suggestions") {
    CHECK(wording::did_you_mean("x") == "; did you mean `x`?");
    CHECK(wording::did_you_mean({}).empty());
  }
}
