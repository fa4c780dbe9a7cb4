// `sfn-lint init`: a configuration file to start with.
#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/commands/commands.h"
#include "cli/commands/option_parser.h"
#include "cli/config/config.h"
#include "cli/exit_status.h"
#include "cli/report/destination.h"
#include "cli/report/printable.h"
#include "cli/version.h"

namespace sfn::cli {

namespace {

struct InitOptions {
  std::string folder;
};

std::string config_path(const std::string& folder) {
  return folder + (folder.empty() || folder.ends_with('/') ? "" : "/") + std::string(config_name);
}

// Where editors find the schema: in the project, or where the package installs it.
std::string schema() {
  const std::string home = homepage;
  return home.empty() ? "file:///usr/share/sfn-lint/config.schema.json"
                      : home + "/raw/HEAD/cli/config.schema.json";
}

// All values are the defaults.
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

// A file that is there is never overwritten.
int init(const InitOptions& options, const Host& host) {
  const std::string path = config_path(options.folder);
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

}  // namespace

int init_command(OptionParser& parser, const Host& host) {
  InitOptions options;
  parser.add_argument("FOLDER", options.folder, false, "Where to write it [the current folder]");
  return parser.parse() ? init(options, host) : parser.status();
}

}  // namespace sfn::cli
