// A file that is checked, and its bytes. Which files are checked: cli/files/walk.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/text.h"

namespace sfn::cli {

struct File {
  std::string path;  // as the user gave it, or below the folder that the user gave; "-" is standard input
  /// Whether it was given by name, so that it is checked whatever it contains. Otherwise it was found in a
  /// folder by its extension.
  bool named = true;
  bool definition() const;  // the name says that it is a definition: *.asl.json, *.asl.yaml, *.asl.yml
};

/// The name of standard input in reports, unless one is given.
inline constexpr std::string_view unnamed_input = "<stdin>";

/// A definition can have at most 1 MiB; a much larger file is refused without reading it.
inline constexpr size_t max_file_size = size_t{64} << 20;

/// Exactly one is set.
struct Bytes {
  std::optional<std::string> bytes;
  std::string reason = {};
  bool too_large = false;
};

/// Reads a file, FIFO or device once, into one allocation with room for a Source's slack. "-" is standard
/// input.
Bytes read_file(const std::string& path);

/// The paths in a list: one per line, or terminated by NUL if the list contains one.
std::vector<std::string> split_list(std::string_view list);

}  // namespace sfn::cli
