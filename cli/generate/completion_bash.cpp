#include "cli/generate/generate.h"

namespace sfn::cli {

namespace {

constexpr const char* bash_functions =
    R"(# Completion of sfn-lint for bash, made by `sfn-lint --generate bash`.
# Needs nothing but bash: copy it to /usr/share/bash-completion/completions/sfn-lint, or source it.

# Rules and families. Of a list with commas the last item is completed.
_sfn_lint_rules() {
  local ids list=
  ids=$("$1" rules 2>/dev/null | sed -n 's,^\(\([a-z]*\)/[a-z0-9-]*\).*,\2 \1,p' | tr ' ' '\n' | sort -u)
  if [[ $2 == list && $current == *,* ]]; then list=${current%,*},; fi
  COMPREPLY=($(compgen -P "$list" -W "$ids" -- "${current##*,}"))
}

_sfn_lint_files() {
  compopt -o filenames 2>/dev/null
  local IFS=$'\n'
  COMPREPLY=($(compgen -f -- "$current"))
}

_sfn_lint() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=
  # bash takes `--format=text` for three words.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD > 1)); then command=${COMP_WORDS[1]}; fi
  COMPREPLY=()
)";

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// How the value of an option, or what has no dashes, is completed.
std::string bash_completer(const OptionAbout& option) {
  if (const auto choices = choices_of(option); !choices.empty())
    return "COMPREPLY=($(compgen -W \"" + joined(choices) + "\" -- \"$current\"))";
  const std::string what = option.positional ? option.name : option.value;
  if (what == "IDS") return "_sfn_lint_rules \"$1\" list";
  if (what == "ID") return "_sfn_lint_rules \"$1\"";
  if (what == "FOLDER") return "COMPREPLY=($(compgen -d -- \"$current\"))";
  if (what == "FILE" || what == "PATH") return "_sfn_lint_files";
  return ":";
}

std::string flags(const CommandAbout& command) {
  std::vector<std::string> words;
  for (const OptionAbout& option : command.options) {
    if (option.positional) continue;
    words.push_back(option.name);
    if (!option.letter.empty()) words.push_back(option.letter);
  }
  return joined(words);
}

// The branch of one command inside `case $command`.
std::string branch(const CommandAbout& command, const std::string& commands) {
  std::string text =
      "    " + (commands.empty() ? command.name : std::string("*")) + ")\n      case $previous in\n";
  std::string plain = ":";
  for (const OptionAbout& option : command.options) {
    if (option.positional) plain = bash_completer(option);
    if (option.positional || option.value.empty()) continue;
    const std::string letter = option.letter.empty() ? "" : " | " + option.letter;
    text += "        " + option.name + letter + ") " + bash_completer(option) + "; return ;;\n";
  }
  text += "      esac\n      if [[ $current == -* ]]; then\n        COMPREPLY=($(compgen -W \"" +
          flags(command) + "\" -- \"$current\"))\n        return\n      fi\n      " + plain + "\n";
  if (!commands.empty())
    text += "      if ((COMP_CWORD == 1)); then COMPREPLY+=($(compgen -W \"" + commands +
            "\" -- \"$current\")); fi\n";
  return text + "      ;;\n";
}

}  // namespace

std::string bash_completion(const std::vector<CommandAbout>& commands) {
  std::string text = std::string(bash_functions) + "  case $command in\n";
  std::vector<std::string> names;
  for (const CommandAbout& command : commands) {
    if (!names.empty()) text += branch(command, "");
    names.push_back(command.name);
  }
  return text + branch(commands.front(), joined(names)) + "  esac\n}\n\ncomplete -F _sfn_lint sfn-lint\n";
}

}  // namespace sfn::cli
