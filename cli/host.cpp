#include "cli/host.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace sfn::cli {

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) text.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

Host process_host() {
  const char* no_color = std::getenv("NO_COLOR");
  return {[](std::string_view text) { return write_all(STDOUT_FILENO, text); },
          [](std::string_view text) { return write_all(STDERR_FILENO, text); }, ::isatty(STDOUT_FILENO) != 0,
          no_color != nullptr && *no_color != '\0'};
}

}  // namespace sfn::cli
