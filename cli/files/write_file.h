// Writes a file so that a kill at any moment leaves the old one or the new one.
#pragma once

#include <string>
#include <string_view>

namespace sfn::cli {

/// Replaces the bytes of a file, or makes it: a temporary file in the same folder is written, flushed and
/// renamed. The mode is kept, and the owner where that is allowed; a symbolic link stays and the file behind
/// it is written. A file that nobody may write is left alone, though a rename could replace it. Returns what
/// went wrong, empty if nothing did.
std::string write_file(const std::string& path, std::string_view bytes);

/// The same, but only if the file still has the bytes `before`: what somebody else wrote meanwhile is not
/// lost.
std::string rewrite_file(const std::string& path, std::string_view before, std::string_view bytes);

}  // namespace sfn::cli
