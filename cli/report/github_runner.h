// For tests: how the GitHub Actions runner interprets the log of a step, modelled on its own parser
// (actions/runner, ActionCommand.cs).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sfn::cli {

struct GithubCommand {
  std::string name;
  std::map<std::string, std::string> properties;
  std::string data;
};

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

inline std::string github_unescaped(std::string_view text, bool property) {
  std::string result = replaced(replaced(std::string(text), "%0D", "\r"), "%0A", "\n");
  if (property) result = replaced(replaced(result, "%3A", ":"), "%2C", ",");
  return replaced(result, "%25", "%");
}

inline bool github_knows(std::string_view command) {
  static const std::set<std::string_view> known{
      "error",      "warning",     "notice",         "debug",         "group",
      "endgroup",   "add-mask",    "add-path",       "set-env",       "set-output",
      "save-state", "add-matcher", "remove-matcher", "stop-commands", "echo"};
  return known.count(command) > 0;
}

// `::name property=value,...::data` at the begin of a line.
inline bool read_command(std::string_view line, GithubCommand& command) {
  const size_t begin = line.find_first_not_of(" \t\r\v\f");
  if (begin == std::string_view::npos || !line.substr(begin).starts_with("::")) return false;
  const size_t end = line.find("::", begin + 2);
  if (end == std::string_view::npos) return false;
  std::string_view head = line.substr(begin + 2, end - begin - 2);
  command.name = head.substr(0, head.find(' '));
  if (!github_knows(command.name)) return false;
  head.remove_prefix(std::min(head.size(), command.name.size() + 1));
  while (!head.empty()) {
    const std::string_view pair = head.substr(0, head.find(','));
    head.remove_prefix(std::min(head.size(), pair.size() + 1));
    const size_t equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == pair.size()) continue;
    command.properties[std::string(pair.substr(0, equals))] = github_unescaped(pair.substr(equals + 1), true);
  }
  command.data = github_unescaped(line.substr(end + 2), false);
  return true;
}

// `##[name]data` anywhere in a line.
inline bool read_old_command(std::string_view line, GithubCommand& command) {
  const size_t begin = line.find("##[");
  if (begin == std::string_view::npos) return false;
  const size_t end = line.find(']', begin);
  if (end == std::string_view::npos) return false;
  const std::string_view head = line.substr(begin + 3, end - begin - 3);
  command = {std::string(head.substr(0, head.find(' '))), {}, std::string(line.substr(end + 1))};
  return github_knows(command.name);
}

/// The commands in a log. The runner's lines end at any of `\n`, `\r`, `\r\n`.
inline std::vector<GithubCommand> run_github_log(std::string_view log) {
  std::vector<GithubCommand> commands;
  while (!log.empty()) {
    const std::string_view line = log.substr(0, log.find_first_of("\r\n"));
    log.remove_prefix(std::min(log.size(), line.size() + 1));
    GithubCommand command;
    if (read_command(line, command) || read_old_command(line, command)) commands.push_back(command);
  }
  return commands;
}

}  // namespace sfn::cli
