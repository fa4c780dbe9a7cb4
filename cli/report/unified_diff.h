// The changes of a fix, as `diff -u` prints them and `patch -p0` accepts them.
#pragma once

#include <string>
#include <string_view>

namespace sfn::cli {

struct DiffStyle {
  bool color = false;
  /// For a terminal, anything that it would interpret is escaped. Otherwise the bytes are unchanged, so that
  /// `patch` finds them.
  bool printable = false;
};

/// Empty where the texts are the same. Three lines of context.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after,
                         const DiffStyle& style);

}  // namespace sfn::cli
