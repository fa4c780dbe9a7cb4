// The program behind main: arguments in, exit status out.
#pragma once

namespace sfn::cli {

/// Exit status: 0 clean, 1 findings, 2 wrong usage or configuration, 3 a file could not be read or written.
int run(int argc, char** argv);

}  // namespace sfn::cli
