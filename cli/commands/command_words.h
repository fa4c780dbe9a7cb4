// The words of a command line before they are parsed: which one names the command, and what is wrong with an
// unexpected one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/commands.h"

namespace sfn::cli {

struct ChosenCommand {
  const Command* command = nullptr;
  /// The arguments of the command, without its name.
  std::vector<std::string> words = {};
  /// Options that only `check` has and that change nothing for this command, so that they work with it too.
  std::vector<std::string> of_check = {};
};

/// The command is the first word that is neither an option nor the value of one, if it is the name of a
/// command; otherwise it is `check`. A path with such a name can be given after the command, as `./explain`,
/// or after `--`. Describes commands only if it must: most runs name none.
ChosenCommand choose_command(const std::vector<std::string>& arguments);

/// Whether a word is an option, not an argument: "-" is standard input.
bool is_option(std::string_view word);

/// What is wrong with a word that `command` does not expect, with what may be meant.
std::string unexpected_word(const std::string& word, const CommandAbout& command);

/// What is wrong if the first path does not exist and is nearly the name of a command; otherwise empty.
std::string misspelt_command(const std::vector<std::string>& paths);

}  // namespace sfn::cli
