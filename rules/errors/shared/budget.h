// How long the retries of one retrier wait, all together.
#pragma once

#include <optional>
#include <string>

#include "lint/document.h"

namespace sfn::rules::errors {

/// The seconds that a retrier waits before all its attempts, with the defaults of the States Language for
/// fields that it omits (IntervalSeconds 1, MaxAttempts 3, BackoffRate 2.0); infinity on overflow. Absent if
/// a field is not a number.
std::optional<double> waiting_seconds(Value retrier);
/// "45 seconds", "3 hours", "12 days", rounded down; what is longer than 1000 years says so.
std::string duration(double seconds);

}  // namespace sfn::rules::errors
