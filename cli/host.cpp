#include "cli/host.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

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
  const char *no_color = std::getenv("NO_COLOR"), *terminal = std::getenv("TERM");
  Host host{[](std::string_view text) { return write_all(STDOUT_FILENO, text); },
            [](std::string_view text) { return write_all(STDERR_FILENO, text); },
            ::isatty(STDOUT_FILENO) != 0, no_color != nullptr && *no_color != '\0'};
  // A dumb terminal cannot erase a line.
  host.err_is_terminal = ::isatty(STDERR_FILENO) != 0 && terminal && std::strcmp(terminal, "dumb") != 0;
  host.now = [] { return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()); };
  return host;
}

}  // namespace sfn::cli
