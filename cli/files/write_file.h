// Writes a file atomically: a kill at any moment leaves either the old or the new one.
#pragma once

#include <string>
#include <string_view>

namespace sfn::cli {

/// Replaces the contents of a file, or creates it, by writing, flushing and renaming a temporary file in the
/// same folder. Keeps the mode, and the owner if permitted; a symbolic link stays, and its target is written.
/// A file without write permission is not replaced, although a rename could do so. Returns the error; empty
/// on success.
std::string write_file(const std::string& path, std::string_view bytes);

/// The same, but only if the file still has the contents `before`, so that concurrent changes are not lost.
std::string rewrite_file(const std::string& path, std::string_view before, std::string_view bytes);

}  // namespace sfn::cli
