// What a fix would change, as `diff -u` prints it and `patch -p0` takes it.
#pragma once

#include <string>
#include <string_view>

namespace sfn::cli {

struct DiffStyle {
  bool color = false;
  /// For a terminal: what it would act on is shown escaped. Else the bytes as they are, so that `patch` finds
  /// them.
  bool printable = false;
};

/// Empty where the texts are the same. Three lines of context.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after,
                         const DiffStyle& style);

}  // namespace sfn::cli
