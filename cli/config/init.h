// `sfn-lint init`: a configuration file to start with.
#pragma once

#include "cli/host.h"
#include "cli/options.h"

namespace sfn::cli {

/// The exit status. A file that is there is never overwritten.
int init(const Options& options, const Host& host);

}  // namespace sfn::cli
