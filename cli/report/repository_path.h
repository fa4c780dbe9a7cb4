// Paths as hosts of code want them: relative to the root of the repository, where the program is run.
#pragma once

#include <string>
#include <string_view>

namespace sfn::cli {

/// The path from the current folder, without `.` and redundant `..`; a path outside it stays as given.
std::string from_here(std::string_view path);

/// The path with `./` before it if a line that begins with it would be a command for GitHub's runner:
/// `::name::`, after any whitespace.
std::string at_line_begin(std::string_view path);

/// A path that from_here gave as a URI: `file://` and the path if it is absolute, else a relative reference.
/// Every byte that is not an unreserved character of RFC 3986 is percent-encoded, but for `/`.
std::string uri(std::string_view path);

}  // namespace sfn::cli
