// `sfn-lint policy`: the least policy that definitions need.
#pragma once

#include <string>

#include "cli/host.h"
#include "cli/options.h"

namespace sfn::cli {

/// Returns the exit status. The policy goes to standard output, or to the file of --output; messages about
/// unknown values go to standard error.
int print_policy(const Options& options, const Host& host);

/// The error in the values of its options; empty if there is none.
std::string wrong_policy_options(const Options& options);

}  // namespace sfn::cli
