// The program behind main: arguments in, exit status out.
#pragma once

#include <string>
#include <vector>

#include "cli/host.h"

namespace sfn::cli {

/// Exit status; the highest that applies.
enum Status : int {
  clean = 0,
  findings = 1,    // at or above --fail-on
  misuse = 2,      // wrong usage or configuration
  unreadable = 3,  // a file could not be read or written, or a fault of the program
};

/// `arguments` are those after the name of the program.
int run(const std::vector<std::string>& arguments, const Host& host);

}  // namespace sfn::cli
