// `sfn-lint explain-data`: what a state receives and gives, and where it comes from.
#pragma once

#include <string>

#include "cli/host.h"

namespace sfn::cli {

struct ExplainDataOptions {
  std::string path = {};  // "-" is standard input
  std::string state = {};
  std::string format = "text";
};

/// Returns the exit status. Of a template, the states of that name in all its state machines.
int explain_data(const ExplainDataOptions& options, const Host& host);

}  // namespace sfn::cli
