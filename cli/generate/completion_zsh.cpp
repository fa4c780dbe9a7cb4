#include "cli/generate/generate.h"

namespace sfn::cli {

namespace {

constexpr const char* zsh_functions = R"zsh(#compdef sfn-lint
# Completion of sfn-lint for zsh, made by `sfn-lint --generate zsh`.
# Copy it to a folder of $fpath as _sfn-lint.

_sfn_lint_rules() {
  local -a ids
  ids=(${(f)"$($service rules 2>/dev/null | sed -n 's,^\(\([a-z]*\)/[a-z0-9-]*\).*,\2 \1,p' | tr ' ' '\n' | sort -u)"})
  compadd "$@" -a ids
}

)zsh";

// In single quotes, inside a specification of _arguments.
std::string zsh_quoted(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\'') safe += "'\\''";
    else if (c == '[' || c == ']' || c == ':' || c == '\\') safe.append("\\").push_back(c);
    else safe += c;
  }
  return safe;
}

std::string zsh_completer(const OptionAbout& option) {
  if (const auto choices = choices_of(option); !choices.empty()) {
    std::string words;
    for (const std::string& choice : choices) words += (words.empty() ? "" : " ") + choice;
    return "(" + words + ")";
  }
  const std::string what = option.positional ? option.name : option.value;
  if (what == "IDS") return "_sequence _sfn_lint_rules";
  if (what == "ID") return "_sfn_lint_rules";
  if (what == "FOLDER") return "_files -/";
  if (what == "FILE" || what == "PATH") return "_files";
  return " ";
}

std::string specification(const OptionAbout& option, bool many) {
  if (option.positional)
    return std::string("'") + (many ? "*" : "1") + ":" + option.name + ":" + zsh_completer(option) + "'";
  const std::string text = "[" + zsh_quoted(option.text) + "]";
  const std::string value =
      option.value.empty() ? "" : ":" + zsh_quoted(option.value) + ":" + zsh_completer(option);
  // `*`: it may be given again.
  const bool list = option.value == "IDS" || option.value == "FILE";
  if (option.letter.empty())
    return "'" + std::string(list ? "*" : "") + option.name + (value.empty() ? "" : "=") + text + value + "'";
  return "'(" + option.letter + " " + option.name + ")'{" + option.letter + (value.empty() ? "" : "+") + "," +
         option.name + (value.empty() ? "" : "=") + "}'" + text + value + "'";
}

std::string arguments(const CommandAbout& command, bool many) {
  std::string text = "_arguments -s";
  for (const OptionAbout& option : command.options) text += " \\\n        " + specification(option, many);
  return text + "\n";
}

}  // namespace

std::string zsh_completion(const std::vector<CommandAbout>& commands) {
  std::string described, branches;
  for (const CommandAbout& command : commands) {
    described += "    '" + command.name + ":" + zsh_quoted(command.summary) + "'\n";
    if (&command == &commands.front()) continue;
    branches += "    " + command.name + ")\n      shift words\n      ((CURRENT--))\n      " +
                arguments(command, false) + "      ;;\n";
  }
  return std::string(zsh_functions) + "_sfn-lint() {\n  local -a commands\n  commands=(\n" + described +
         "  )\n  local command=\n  if ((CURRENT > 2)); then command=$words[2]; fi\n"
         "  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then _describe -t commands command commands; fi\n"
         "  case $command in\n" +
         branches + "    *)\n      if [[ $command == " + commands.front().name +
         " ]]; then shift words; ((CURRENT--)); fi\n      " + arguments(commands.front(), true) +
         "      ;;\n  esac\n}\n\n_sfn-lint \"$@\"\n";
}

}  // namespace sfn::cli
