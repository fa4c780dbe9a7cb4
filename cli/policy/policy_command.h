// `sfn-lint policy`: the least policy that definitions need.
#pragma once

#include <string>

#include "cli/host.h"
#include "cli/options.h"

namespace sfn::cli {

/// The exit status. The policy goes to standard output, or to the file of --output; what is not known to
/// standard error.
int print_policy(const Options& options, const Host& host);

/// What is wrong with the values of its options; empty if nothing is.
std::string wrong_policy_options(const Options& options);

}  // namespace sfn::cli
