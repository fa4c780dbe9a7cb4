// The man page and the shell completions, made from the table of options.
#pragma once

#include <string>
#include <vector>

#include "cli/generate/command_line.h"

namespace sfn::cli {

/// The man page, for man(7), with the version and no date.
std::string man_page(const std::vector<CommandAbout>& commands);

/// Scripts for the completion of the shells. They ask `sfn-lint rules` for the rules.
std::string bash_completion(const std::vector<CommandAbout>& commands);
std::string zsh_completion(const std::vector<CommandAbout>& commands);
std::string fish_completion(const std::vector<CommandAbout>& commands);

}  // namespace sfn::cli
