// `sfn-lint check --show-files`.
#pragma once

#include "cli/check/options.h"
#include "cli/check/run_context.h"
#include "cli/files/walk.h"
#include "cli/report/messages.h"

namespace sfn::cli {

/// Prints the files that would be checked. Returns the exit status.
int show_files(const CheckOptions& options, const Files& files, const RunContext& context, const Host& host,
               Messages& messages);

}  // namespace sfn::cli
