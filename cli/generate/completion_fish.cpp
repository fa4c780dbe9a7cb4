#include "cli/generate/generate.h"

namespace sfn::cli {

namespace {

constexpr const char* fish_functions =
    R"(# Completion of sfn-lint for fish, made by `sfn-lint --generate fish`.
# Copy it to a folder of $fish_complete_path as sfn-lint.fish.

function __sfn_lint_rules
    sfn-lint rules 2>/dev/null | string match -r '^[a-z]+/[a-z0-9-]+'
    sfn-lint rules 2>/dev/null | string match -r '^[a-z]+(?=/)' | sort -u
end

# Of a list with commas the last item is completed.
function __sfn_lint_rule_list
    set -l list (commandline -ct | string replace -r '^--[a-z-]+=' '' | string match -r '^.*,')
    printf "$list%s\n" (__sfn_lint_rules)
end

# The command, which is the first argument or none.
function __sfn_lint_command
    set -l words (commandline -opc)
    set -q words[2]; and contains -- $words[2] $argv; and return 0
    test "$argv[1]" = check; or return 1
    set -q words[2]; and contains -- $words[2] $__sfn_lint_commands; and return 1
    return 0
end

function __sfn_lint_first
    test (count (commandline -opc)) = 1
end

)";

std::string fish_quoted(std::string_view text) {
  std::string safe = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe + "'";
}

// What completes a value, behind the option's own flags.
std::string fish_completer(const OptionAbout& option) {
  if (const auto choices = choices_of(option); !choices.empty()) {
    std::string words;
    for (const std::string& choice : choices) words += (words.empty() ? "" : " ") + choice;
    return " -x -a " + fish_quoted(words);
  }
  const std::string what = option.positional ? option.name : option.value;
  if (what == "IDS") return " -x -a '(__sfn_lint_rule_list)'";
  if (what == "ID") return " -x -a '(__sfn_lint_rules)'";
  if (what == "FOLDER") return " -x -a '(__fish_complete_directories)'";
  if (what == "FILE") return " -r -F";
  return option.value.empty() ? "" : " -x";
}

std::string line(const CommandAbout& command, const OptionAbout& option) {
  std::string text = "complete -c sfn-lint -n '__sfn_lint_command " + command.name + "'";
  if (option.positional && option.name == "PATH") return text + " -F\n";
  if (option.positional) return text + fish_completer(option) + "\n";
  text += " -l " + option.name.substr(2);
  if (!option.letter.empty()) text += " -s " + option.letter.substr(1);
  return text + " -d " + fish_quoted(option.text) + fish_completer(option) + "\n";
}

}  // namespace

std::string fish_completion(const std::vector<CommandAbout>& commands) {
  std::string text = std::string(fish_functions) + "set -g __sfn_lint_commands";
  for (const CommandAbout& command : commands) text += " " + command.name;
  text += "\ncomplete -c sfn-lint -f\n";
  for (const CommandAbout& command : commands)
    text += "complete -c sfn-lint -n __sfn_lint_first -a " + command.name + " -d " +
            fish_quoted(command.summary) + "\n";
  for (const CommandAbout& command : commands)
    for (const OptionAbout& option : command.options) text += line(command, option);
  return text;
}

}  // namespace sfn::cli
