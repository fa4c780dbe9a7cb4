#include "rules/errors/shared/budget.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "lint/json/parse.h"

namespace sfn::rules::errors {

namespace {

std::optional<double> waiting(const std::string& text) {
  const Source source("retrier.json", text);
  const auto parsed = json::parse(source, 0);
  REQUIRE(parsed.document);
  return waiting_seconds(parsed.document->root());
}

}  // namespace

TEST_SUITE("rules/errors/budget") {
  TEST_CASE("defaults: 1, 2 and 4 seconds") { CHECK(waiting(R"({})") == 7); }
  TEST_CASE("backoff up to a limit") {
    CHECK(waiting(R"({"IntervalSeconds": 10, "MaxAttempts": 4, "BackoffRate": 3, "MaxDelaySeconds": 60})") ==
          10 + 30 + 60 + 60);
  }
  TEST_CASE("no backoff, many attempts") {
    CHECK(waiting(R"({"IntervalSeconds": 2, "MaxAttempts": 99999999, "BackoffRate": 1})") == 199999998);
  }
  TEST_CASE("growth without end") {
    CHECK(waiting(R"({"MaxAttempts": 99999999, "BackoffRate": 10})") == HUGE_VAL);
  }
  TEST_CASE("what is not known") {
    CHECK_FALSE(waiting(R"({"MaxAttempts": "3"})"));
    CHECK_FALSE(waiting(R"({"BackoffRate": 0.5})"));
  }
  TEST_CASE("words for a duration") {
    CHECK(duration(1) == "1 second");
    CHECK(duration(119) == "1 minute");
    CHECK(duration(7200) == "2 hours");
    CHECK(duration(3 * 86400.0) == "3 days");
    CHECK(duration(HUGE_VAL) == "more than 1000 years");
  }
}

}  // namespace sfn::rules::errors
