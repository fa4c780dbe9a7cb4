#include "cli/commands/generate.h"

#include "cli/commands/commands.h"
#include "cli/config/config_schema.h"
#include "cli/exit_status.h"
#include "cli/generate/generate.h"

namespace sfn::cli {

namespace {

std::string generated(std::string_view what) {
  if (what == "config-schema") return config_schema();
  const auto write = what == "bash"   ? bash_completion
                     : what == "zsh"  ? zsh_completion
                     : what == "fish" ? fish_completion
                                      : man_page;
  return write(describe_commands());
}

}  // namespace

std::vector<std::string> generated_files() { return {"man", "bash", "zsh", "fish", "config-schema"}; }

int generate(std::string_view what, const Host& host) {
  return host.out(generated(what)) ? clean : unreadable;
}

}  // namespace sfn::cli
