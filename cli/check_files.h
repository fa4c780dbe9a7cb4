// `sfn-lint check`: files through the engine into a report.
#pragma once

#include "cli/host.h"
#include "cli/options.h"

namespace sfn::cli {

/// The exit status.
int check_files(const Options& options, const Host& host);

}  // namespace sfn::cli
