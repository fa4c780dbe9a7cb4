// The program behind main: arguments in, exit status out.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/host.h"

namespace sfn::cli {

/// `arguments` are those after the name of the program.
int run(const std::vector<std::string>& arguments, const Host& host);

}  // namespace sfn::cli
