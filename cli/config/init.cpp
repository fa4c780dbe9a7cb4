#include "cli/config/init.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/config/config.h"
#include "cli/report/destination.h"
#include "cli/report/printable.h"
#include "cli/run.h"
#include "cli/version.h"

namespace sfn::cli {

namespace {

// Where editors find the schema: in the project, or where the package installs it.
std::string schema() {
  const std::string home = homepage;
  return home.empty() ? "file:///usr/share/sfn-lint/config.schema.json"
                      : home + "/raw/HEAD/cli/config.schema.json";
}

// All that it says is what holds without it.
std::string start() {
  return "{\n  \"$schema\": \"" + schema() + "\"," + R"(
  "min-severity": "warning",
  "ignore": [],
  "severity": {},
  "placeholders": {},
  "exclude": [],
  "overrides": []
}
)";
}

}  // namespace

int init(const Options& options, const Host& host) {
  const std::string& folder = options.folder;
  const std::string path = folder.empty()
                               ? std::string(config_name)
                               : folder + (folder.ends_with('/') ? "" : "/") + std::string(config_name);
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) {
    const bool there = errno == EEXIST;
    host.err(failure_line(path, there ? "already exists; nothing was changed" : std::strerror(errno)));
    return there ? misuse : unreadable;
  }
  const bool written = write_all(file, start()) && ::close(file) == 0;
  if (!written) {
    host.err(failure_line(path, std::strerror(errno)));
    return unreadable;
  }
  return host.out(fmt::format("wrote {}\n", printable(path))) ? clean : unreadable;
}

}  // namespace sfn::cli
