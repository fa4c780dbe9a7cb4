#include "rules/structure/shared/condition.h"

#include <doctest/doctest.h>

using sfn::rules::structure::are_opposite;

TEST_SUITE("rules/structure/condition") {
  TEST_CASE("expressions that differ in one operator and its opposite") {
    CHECK(are_opposite("$n > 5", "$n <= 5"));
    CHECK(are_opposite("$n <= 5", "$n > 5"));
    CHECK(are_opposite("$n < 5", "$n >= 5"));
    CHECK(are_opposite("$s = 'x'", "$s != 'x'"));
    CHECK(are_opposite("$not($x)", "$x"));
  }

  TEST_CASE("expressions that leave cases open") {
    CHECK_FALSE(are_opposite("$n > 5", "$n < 5"));
    CHECK_FALSE(are_opposite("$n > 5", "$n <= 6"));
    CHECK_FALSE(are_opposite("$m > 5", "$n <= 5"));
    CHECK_FALSE(are_opposite("$n > 5", "$n > 5"));
    CHECK_FALSE(are_opposite("$n > 5", ""));
    CHECK_FALSE(are_opposite("$a = 1 and $b = 2", "$a != 1 and $b = 2"));
  }
}
