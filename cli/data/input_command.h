// `sfn-lint input`: the execution input that a definition reads.
#pragma once

#include <string>

#include "cli/host.h"

namespace sfn::cli {

struct InputOptions {
  std::string path = {};  // "-" is standard input
  std::string format = "sample";
  std::string output = {};  // empty: standard output
};

/// Returns the exit status. Of a template with several state machines, each one's input in turn.
int print_input(const InputOptions& options, const Host& host);

}  // namespace sfn::cli
