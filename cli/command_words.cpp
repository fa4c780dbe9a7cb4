#include "cli/command_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "cli/report/printable.h"
#include "lint/nearest.h"

namespace sfn::cli {

namespace {

bool is_option(std::string_view word) { return word.size() > 1 && word.starts_with('-'); }

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

// What somebody asks for with these would silently not be done.
bool is_promise(std::string_view name) {
  constexpr std::string_view promises[] = {
      "--format",     "--output",        "--fix",        "--diff",     "--unsafe-fixes",   "--write-baseline",
      "--show-files", "--require-files", "--files-from", "--generate", "--stdin-filename", "--statistics"};
  return std::find(std::begin(promises), std::end(promises), name) != std::end(promises);
}

const CommandAbout* find_command(const std::vector<CommandAbout>& commands, std::string_view name) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const CommandAbout& command) { return command.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

// The index of the command's name; the number of words if none names it.
size_t command_at(const std::vector<std::string>& words, const std::vector<CommandAbout>& commands) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") break;
    if (!is_option(words[i])) return find_command(commands, words[i]) ? i : words.size();
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

}  // namespace

std::string did_you_mean(std::optional<std::string_view> meant) {
  return meant ? fmt::format("; did you mean `{}`?", *meant) : "";
}

CommandWords command_words(const std::vector<std::string>& arguments,
                           const std::vector<CommandAbout>& commands) {
  const CommandAbout& check = commands.front();
  CommandWords found{&check, arguments, {}};
  const size_t at = command_at(arguments, commands);
  if (at == arguments.size()) return found;
  found.command = find_command(commands, arguments[at]);
  found.words.erase(found.words.begin() + static_cast<std::ptrdiff_t>(at));
  if (found.command == &check) return found;
  const std::vector<std::string> all = std::move(found.words);
  found.words.clear();
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i] == "--") {
      found.words.insert(found.words.end(), all.begin() + static_cast<std::ptrdiff_t>(i), all.end());
      break;
    }
    const bool option = is_option(all[i]);
    auto& into = option && is_of_check_only(all[i], *found.command, check) ? found.of_check : found.words;
    into.push_back(all[i]);
    if (option && takes_next(all[i], commands) && i + 1 < all.size()) into.push_back(all[++i]);
  }
  return found;
}

std::string unexpected_word(const std::string& word, const CommandAbout& command,
                            const std::vector<CommandAbout>& commands) {
  if (!is_option(word)) return fmt::format("unexpected argument `{}`", printable(word));
  const std::string_view name = word.starts_with("--") ? name_of(word) : std::string_view(word);
  for (const CommandAbout& other : commands)
    if (find_option(other, name))
      return fmt::format("`{}` is an option of `{}`, not of `{}`", name, shown(other), shown(command));
  // Those of `check` may stand before and behind other commands.
  std::vector<std::string_view> names;
  for (const CommandAbout* one : {&command, &commands.front()})
    for (const OptionAbout& option : one->options)
      if (!option.positional) names.push_back(option.name);
  return fmt::format("there is no option `{}`{}", printable(name), did_you_mean(nearest(name, names)));
}

std::string misspelt_command(const std::vector<std::string>& paths) {
  std::error_code error;
  if (paths.empty() || paths.front().find('/') != std::string::npos) return {};
  if (std::filesystem::exists(paths.front(), error)) return {};
  const std::vector<CommandAbout> commands = describe_commands();
  std::vector<std::string_view> names;
  for (const CommandAbout& command : commands) names.push_back(command.name);
  const auto meant = nearest(paths.front(), names);
  if (!meant || *meant == paths.front()) return {};  // behind `--` a path is a path
  return fmt::format("there is no file `{}`; did you mean the command `{}`?", printable(paths.front()),
                     *meant);
}

}  // namespace sfn::cli
