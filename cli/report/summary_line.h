// The last line of a run for people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/report/report.h"

namespace sfn::cli {

/// What happens to the fixes that findings offer.
enum class Fixing : uint8_t { show, write, diff };

/// "1 file", "2 files".
std::string counted(size_t number, std::string_view noun);

/// "2 errors, 1 warning in 3 files (1 fixable with --fix)", with its line end.
std::string summary_line(const Summary& summary, Fixing fixing);

}  // namespace sfn::cli
