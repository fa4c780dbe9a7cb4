#include "cli/generate/generate.h"

#include <algorithm>

#include "cli/config/config_schema.h"
#include "cli/run.h"

namespace sfn::cli {

std::vector<std::string> choices_of(const OptionAbout& option) {
  std::vector<std::string> words;
  if (option.value.find('|') == std::string::npos) return words;
  for (size_t begin = 0, end; begin <= option.value.size(); begin = end + 1) {
    end = std::min(option.value.find('|', begin), option.value.size());
    words.push_back(option.value.substr(begin, end - begin));
  }
  return words;
}

int generate(const Options& options, const Host& host) {
  if (options.format == "config-schema") return host.out(config_schema()) ? clean : unreadable;
  const std::vector<CommandAbout> commands = describe_commands();
  const auto write = options.format == "bash"   ? bash_completion
                     : options.format == "zsh"  ? zsh_completion
                     : options.format == "fish" ? fish_completion
                                                : man_page;
  return host.out(write(commands)) ? clean : unreadable;
}

}  // namespace sfn::cli
