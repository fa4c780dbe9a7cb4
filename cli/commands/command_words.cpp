#include "cli/commands/command_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "cli/config/mistakes.h"
#include "cli/report/printable.h"
#include "lint/nearest.h"

namespace sfn::cli {

namespace {

using Words = std::vector<std::string>;

// "--select" of "--select=ecs", "-j" of "-j3".
std::string_view name_of(std::string_view word) {
  return word.starts_with("--") ? word.substr(0, word.find('=')) : word.substr(0, 2);
}

const OptionAbout* find_option(const CommandAbout& command, std::string_view name) {
  const auto found =
      std::find_if(command.options.begin(), command.options.end(), [&](const OptionAbout& option) {
        return !option.positional && (option.name == name || option.letter == name);
      });
  return found == command.options.end() ? nullptr : &*found;
}

const OptionAbout* find_option(const std::vector<CommandAbout>& commands, std::string_view name) {
  for (const CommandAbout& command : commands)
    if (const OptionAbout* found = find_option(command, name)) return found;
  return nullptr;
}

// Whether the value of an option is the next word: not in `--jobs=3`, nor in `-j3`.
bool takes_next(std::string_view word, const std::vector<CommandAbout>& commands) {
  const OptionAbout* option = find_option(commands, name_of(word));
  return option && !option->value.empty() && name_of(word) == word;
}

// What a user asks for with these would silently not be done.
bool is_promise(std::string_view name) {
  constexpr std::string_view promises[] = {
      "--format",     "--output",        "--fix",        "--diff",     "--unsafe-fixes",   "--write-baseline",
      "--show-files", "--require-files", "--files-from", "--generate", "--stdin-filename", "--statistics"};
  return std::find(std::begin(promises), std::end(promises), name) != std::end(promises);
}

// The index of the command's name; the number of words if none names it.
size_t command_at(const Words& words, const std::vector<CommandAbout>& commands) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") break;
    if (!is_option(words[i])) return find_command(words[i]) ? i : words.size();
    if (takes_next(words[i], commands)) ++i;
  }
  return words.size();
}

bool is_of_check_only(std::string_view word, const CommandAbout& command, const CommandAbout& check) {
  const std::string_view name = name_of(word);
  const OptionAbout* option = find_option(check, name);
  return option && !find_option(command, name) && !is_promise(option->name);
}

std::string shown(const CommandAbout& command) {
  return command.name == "check" ? "sfn-lint" : "sfn-lint " + command.name;
}

// Without the options of other commands, no other command needs to be described.
bool has_all_options(const Command& command, const Words& words) {
  if (std::none_of(words.begin(), words.end(), is_option)) return true;
  const CommandAbout about = describe(command);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return !is_option(word) || find_option(about, name_of(word)) != nullptr;
  });
}

// Splits the words behind the name of a command.
ChosenCommand split(const Words& words, const CommandAbout& command,
                    const std::vector<CommandAbout>& commands) {
  ChosenCommand chosen{find_command(command.name)};
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") {
      chosen.words.insert(chosen.words.end(), words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
      break;
    }
    const bool option = is_option(words[i]);
    const bool of_check = option && is_of_check_only(words[i], command, commands.front());
    Words& into = of_check ? chosen.of_check : chosen.words;
    into.push_back(words[i]);
    if (option && takes_next(words[i], commands) && i + 1 < words.size()) into.push_back(words[++i]);
  }
  return chosen;
}

ChosenCommand choose_command(const Words& arguments, const std::vector<CommandAbout>& abouts) {
  const size_t at = command_at(arguments, abouts);
  if (at == arguments.size()) return {&commands().front(), arguments};
  const Command* command = find_command(arguments[at]);
  Words words = arguments;
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  if (command == &commands().front()) return {command, words};
  return split(words, abouts[static_cast<size_t>(command - commands().data())], abouts);
}

}  // namespace

bool is_option(std::string_view word) { return word.size() > 1 && word.starts_with('-'); }

ChosenCommand choose_command(const std::vector<std::string>& arguments) {
  const Command& check = commands().front();
  const bool any = std::any_of(arguments.begin(), arguments.end(),
                               [](const std::string& word) { return find_command(word) != nullptr; });
  if (!any) return {&check, arguments};
  if (const Command* first = find_command(arguments.front())) {
    const Words words(arguments.begin() + 1, arguments.end());
    if (first == &check || has_all_options(*first, words)) return {first, words};
  }
  return choose_command(arguments, describe_commands());
}

std::string unexpected_word(const std::string& word, const CommandAbout& command) {
  if (!is_option(word)) return fmt::format("unexpected argument `{}`", printable(word));
  const std::string_view name = word.starts_with("--") ? name_of(word) : std::string_view(word);
  const std::vector<CommandAbout> commands = describe_commands();
  for (const CommandAbout& other : commands)
    if (find_option(other, name))
      return fmt::format("`{}` is an option of `{}`, not of `{}`", name, shown(other), shown(command));
  // Options of `check` can be given with other commands too.
  std::vector<std::string_view> names;
  for (const CommandAbout* one : {&command, &commands.front()})
    for (const OptionAbout& option : one->options)
      if (!option.positional) names.push_back(option.name);
  return fmt::format("there is no option `{}`{}", printable(name), did_you_mean(nearest(name, names)));
}

std::string misspelt_command(const std::vector<std::string>& paths) {
  std::error_code error;
  if (paths.empty() || paths.front().find('/') != std::string::npos) return {};
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const auto meant = nearest(paths.front(), names);
  if (!meant || *meant == paths.front()) return {};  // after `--` a path is a path
  if (std::filesystem::exists(paths.front(), error)) return {};
  return fmt::format("there is no file `{}`; did you mean the command `{}`?", printable(paths.front()),
                     *meant);
}

}  // namespace sfn::cli
