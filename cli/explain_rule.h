// `sfn-lint explain ID` and `sfn-lint rules`: the documentation of the rules.
#pragma once

#include "cli/host.h"
#include "cli/options.h"

namespace sfn::cli {

/// Both return the exit status.
int explain_rule(const Options& options, const Host& host);
int list_rules(const Options& options, const Host& host);

}  // namespace sfn::cli
