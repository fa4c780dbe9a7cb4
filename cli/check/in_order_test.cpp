#include "cli/check/in_order.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>

using namespace sfn::cli;

TEST_SUITE("cli/check/in_order") {
  TEST_CASE("every item once, in order, whatever the number of threads and of items") {
    for (const unsigned threads : {1u, 2u, 3u, 16u})
      for (const size_t count : {0u, 1u, 2u, 7u, 100u, 1025u}) {
        CAPTURE(threads);
        CAPTURE(count);
        std::vector<size_t> taken;
        bool right = true;
        in_order(
            count, threads, [](size_t i) { return std::make_unique<size_t>(i * i); },
            [&](size_t i, std::unique_ptr<size_t> result) {
              right = right && *result == i * i && i == taken.size();
              taken.push_back(i);
            });
        CHECK(right);
        CHECK(taken.size() == count);
      }
  }

  TEST_CASE("threads do not run away from a slow item") {
    std::atomic<size_t> worked = 0;
    size_t seen = 0;
    in_order(
        10000, 4,
        [&](size_t i) {
          if (i == 0) std::this_thread::sleep_for(std::chrono::milliseconds(100));
          return ++worked;
        },
        [&](size_t i, size_t) {
          if (i == 0) seen = worked;
        });
    CHECK(seen > 1);
    CHECK(seen < 1000);
    CHECK(worked == 10000);
  }

  TEST_CASE("what is thrown on a thread is thrown to the caller") {
    const auto work = [](size_t i) {
      if (i == 500) throw std::runtime_error("work");
      return i;
    };
    size_t taken = 0;
    CHECK_THROWS_WITH(in_order(1000, 3, work, [&](size_t, size_t) { ++taken; }), "work");
    CHECK(taken <= 500);
    const auto refuse = [](size_t i, size_t) {
      if (i == 300) throw std::runtime_error("take");
    };
    CHECK_THROWS_WITH(in_order(
                          1000, 3, [](size_t i) { return i; }, refuse),
                      "take");
  }
}
