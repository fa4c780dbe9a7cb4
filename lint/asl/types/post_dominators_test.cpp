#include "lint/asl/types/post_dominators.h"

#include <doctest/doctest.h>

using namespace sfn::asl::types;

TEST_SUITE("asl/types/post_dominators") {
  TEST_CASE("ways meet again") {
    Work work;
    // 0 -> 1, 2; 1 -> 3; 2 -> 3; 3 -> 4 (the end)
    CHECK(post_dominators({{1, 2}, {3}, {3}, {4}, {}}, 4, work) == std::vector<uint32_t>{3, 3, 3, 4, 4});
    // A loop: 1 -> 2 -> 1, or on to 3.
    CHECK(post_dominators({{1}, {2, 3}, {1}, {4}, {}}, 4, work) == std::vector<uint32_t>{1, 3, 1, 4, 4});
    // One way ends earlier.
    CHECK(post_dominators({{1, 3}, {2}, {3}, {}}, 3, work) == std::vector<uint32_t>{3, 2, 3, 3});
  }

  TEST_CASE("a way that never ends meets nothing") {
    Work work;
    CHECK(post_dominators({{1, 2}, {1}, {3}, {}}, 3, work)[0] == 3);
    CHECK(post_dominators({{0}, {}}, 1, work)[0] == no_post_dominator);
    Work none(0);
    CHECK(post_dominators({{1, 2}, {2}, {}}, 2, none)[0] == no_post_dominator);
  }
}
