// The words of a command line before they are parsed: which one names the command, and what is wrong with one
// that nobody expects.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/generate/command_line.h"

namespace sfn::cli {

/// "; did you mean `x`?", empty for absent.
std::string did_you_mean(std::optional<std::string_view> meant);

struct CommandWords {
  /// Of `describe_commands()`.
  const CommandAbout* command = nullptr;
  /// What the command is given, without its name.
  std::vector<std::string> words;
  /// Options that only `check` has and that change nothing here, so that they work wherever they stand.
  std::vector<std::string> of_check;
};

/// The command is the first word that is neither an option nor the value of one, if it is the name of one;
/// else it is `check`. A path of such a name is given behind the command, as `./explain`, or behind `--`.
CommandWords command_words(const std::vector<std::string>& arguments,
                           const std::vector<CommandAbout>& commands);

/// What is wrong with a word that `command` does not expect, with what may be meant.
std::string unexpected_word(const std::string& word, const CommandAbout& command,
                            const std::vector<CommandAbout>& commands);

/// What is wrong where the first path is not there and has nearly the name of a command; else empty.
std::string misspelt_command(const std::vector<std::string>& paths);

}  // namespace sfn::cli
