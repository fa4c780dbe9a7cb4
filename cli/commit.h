#pragma once

namespace sfn::cli {

/// The commit that the program was built from, shortened; empty where it was not built in a work tree of git.
extern const char* const commit;

}  // namespace sfn::cli
