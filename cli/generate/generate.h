// `sfn-lint --generate man|bash|zsh|fish|config-schema`: files that are installed with the program.
#pragma once

#include <string>
#include <vector>

#include "cli/generate/command_line.h"
#include "cli/host.h"
#include "cli/options.h"

namespace sfn::cli {

/// The man page, for man(7), with the version and no date.
std::string man_page(const std::vector<CommandAbout>& commands);

/// Scripts for the completion of the shells. They ask `sfn-lint rules` for the rules.
std::string bash_completion(const std::vector<CommandAbout>& commands);
std::string zsh_completion(const std::vector<CommandAbout>& commands);
std::string fish_completion(const std::vector<CommandAbout>& commands);

/// Prints the one that `options.format` names. The exit status.
int generate(const Options& options, const Host& host);

}  // namespace sfn::cli
