#include "rules/errors/shared/budget.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace sfn::rules::errors {

namespace {

std::optional<double> number_or(Value field, double otherwise) { return field ? field.number() : otherwise; }

double total(double interval, double attempts, double rate, double limit) {
  double sum = 0, delay = std::min(interval, limit);
  while (attempts >= 1 && std::isfinite(sum)) {
    if (rate <= 1 || delay >= limit) return sum + delay * attempts;
    sum += delay;
    delay = std::min(delay * rate, limit);
    --attempts;
    if (sum > 1e12) return HUGE_VAL;
  }
  return sum;
}

}  // namespace

std::optional<double> waiting_seconds(Value retrier) {
  const auto interval = number_or(retrier["IntervalSeconds"], 1),
             attempts = number_or(retrier["MaxAttempts"], 3), rate = number_or(retrier["BackoffRate"], 2),
             limit = number_or(retrier["MaxDelaySeconds"], 1e15);
  if (!interval || !attempts || !rate || !limit || retrier.open()) return std::nullopt;
  if (*interval < 0 || *attempts < 0 || *rate < 1 || *limit < 1) return std::nullopt;
  return total(*interval, *attempts, *rate, *limit);
}

std::string duration(double seconds) {
  struct Unit {
    double seconds;
    const char* name;
  };
  constexpr Unit units[] = {
      {31'536'000, "year"}, {86'400, "day"}, {3'600, "hour"}, {60, "minute"}, {1, "second"}};
  if (seconds > 1000 * units[0].seconds) return "more than 1000 years";
  for (const Unit& unit : units) {
    const double count = std::floor(seconds / unit.seconds);
    if (count >= 1) return fmt::format("{} {}{}", count, unit.name, count >= 2 ? "s" : "");
  }
  return "0 seconds";
}

}  // namespace sfn::rules::errors
