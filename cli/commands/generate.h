// `sfn-lint --generate man|bash|zsh|fish|config-schema`: files that are installed with the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/host.h"

namespace sfn::cli {

/// The words that --generate accepts.
std::vector<std::string> generated_files();

/// Prints one of them. Returns the exit status.
int generate(std::string_view what, const Host& host);

}  // namespace sfn::cli
