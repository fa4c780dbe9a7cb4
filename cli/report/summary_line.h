// The last line of a run for people.
#pragma once

#include <string>

#include "cli/options.h"
#include "cli/report/report.h"

namespace sfn::cli {

/// "2 errors, 1 warning in 3 files (1 fixable with --fix)", with its line end.
std::string summary_line(const Summary& summary, Fixing fixing);

}  // namespace sfn::cli
