#include "cli/files/gitignore.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <vector>

extern char** environ;  // NOLINT: POSIX declares it nowhere

namespace sfn::cli {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// What git sets for its hooks: it would answer for that repository, whatever folder is asked for.
bool of_one_repository(std::string_view variable) {
  constexpr std::array<std::string_view, 8> names = {
      "GIT_DIR=",    "GIT_WORK_TREE=", "GIT_INDEX_FILE=",        "GIT_COMMON_DIR=", "GIT_OBJECT_DIRECTORY=",
      "GIT_PREFIX=", "GIT_NAMESPACE=", "GIT_IMPLICIT_WORK_TREE="};
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return variable.starts_with(name); });
}

std::vector<std::string> environment() {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable; ++variable)
    if (!of_one_repository(*variable)) variables.emplace_back(*variable);
  // A partial clone may lack a .gitignore: git would fetch it, by whatever command the repository names.
  for (const char* variable :
       {"GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0"})
    variables.emplace_back(variable);
  return variables;
}

std::vector<std::string> command(const std::string& folder) {
  return {"git",
          "--no-pager",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.hooksPath=/dev/null",
          "-C",
          folder,
          "ls-files",
          "-z",
          "--others",
          "--ignored",
          "--exclude-standard",
          "--directory"};
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

// Starts git with its output into a pipe; the process, or -1.
pid_t start(const std::string& folder, int output) {
  std::vector<std::string> words = command(folder), variables = environment();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  pid_t process = -1;
  const int fault =
      ::posix_spawnp(&process, "git", &actions, nullptr, pointers(words).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  return fault == 0 ? process : -1;
}

// Waits until there is something to read; false when the time is over.
bool readable(int descriptor, Clock::time_point until) {
  pollfd waiting{descriptor, POLLIN, 0};
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    const int ready = left < 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(left));
    if (ready >= 0 || errno != EINTR) return ready > 0;
  }
}

// All that comes; absent: it took too long.
std::optional<std::string> read_all(int descriptor, Clock::time_point until) {
  std::string text;
  std::array<char, 16384> buffer;
  while (readable(descriptor, until)) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer.data(), static_cast<size_t>(got));
  }
  return std::nullopt;
}

bool succeeded(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::optional<std::string> run_git(const std::string& folder, std::chrono::milliseconds patience) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  const pid_t process = start(folder, ends[1]);
  ::close(ends[1]);
  std::optional<std::string> output;
  if (process > 0) output = read_all(ends[0], Clock::now() + patience);
  ::close(ends[0]);
  if (process < 0) return std::nullopt;
  if (!output) ::kill(process, SIGKILL);
  return succeeded(process) ? output : std::nullopt;
}

}  // namespace

Ignored::Ignored(std::string_view listed) {
  while (!listed.empty()) {
    std::string_view path = listed.substr(0, listed.find('\0'));
    listed.remove_prefix(std::min(listed.size(), path.size() + 1));
    if (path.ends_with('/')) path.remove_suffix(1);
    paths_.emplace(path);
  }
  if (paths_.contains(".")) paths_.clear();
}

bool in_work_tree(const std::string& folder) {
  std::error_code error;
  for (fs::path at = fs::canonical(folder, error); !error && !at.empty(); at = at.parent_path()) {
    std::error_code ignored;
    if (fs::exists(at / ".git", ignored)) return true;
    if (at == at.root_path()) return false;
  }
  return false;
}

Ignored ask_git(const std::string& folder, std::chrono::milliseconds patience) {
  const std::optional<std::string> listed = run_git(folder, patience);
  return listed ? Ignored(*listed) : Ignored();
}

}  // namespace sfn::cli
