// `sfn-lint check`: files through the engine into a report.
#pragma once

#include "cli/check/options.h"
#include "cli/host.h"

namespace sfn::cli {

/// Returns the exit status.
int check_files(const CheckOptions& options, const Host& host);

}  // namespace sfn::cli
