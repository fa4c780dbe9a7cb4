#include "cli/files/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sfn::cli {

namespace {

const char* const too_large_reason = "larger than 64 MiB; a definition can have at most 1 MiB";

// Closes what read_file opened, but not standard input.
struct Descriptor {
  int number;
  bool owned;
  ~Descriptor() {
    if (owned && number >= 0) ::close(number);
  }
};

Bytes failed() { return {std::nullopt, std::strerror(errno)}; }

// Reads to the end, which a size from stat() only guesses. Touches no more memory than the file has: fresh
// pages are what a small file's time goes to.
Bytes read_all(int descriptor, size_t guess) {
  std::string bytes;
  bytes.reserve(guess + Source::slack + 1);
  bytes.resize(guess + 1);  // one more, so that the end shows without another round
  size_t size = 0;
  while (true) {
    if (size == bytes.size()) bytes.resize(size + std::max<size_t>(size, 65536));
    const ssize_t got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed();
    if (got == 0) break;
    size += static_cast<size_t>(got);
    if (size > max_file_size) return {std::nullopt, too_large_reason, true};
  }
  bytes.resize(size);
  return {std::move(bytes)};
}

}  // namespace

bool File::definition() const {
  return path.ends_with(".asl.json") || path.ends_with(".asl.yaml") || path.ends_with(".asl.yml");
}

Bytes read_file(const std::string& path) {
  const bool standard_input = path == "-";
  const Descriptor file{standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC),
                        !standard_input};
  struct stat about;
  if (file.number < 0 || ::fstat(file.number, &about) != 0) return failed();
  if (!S_ISREG(about.st_mode)) return read_all(file.number, 65536);
  const auto size = static_cast<size_t>(about.st_size);
  if (size > max_file_size) return {std::nullopt, too_large_reason, true};
  return read_all(file.number, size);
}

std::vector<std::string> split_list(std::string_view list) {
  const char end = list.find('\0') == std::string_view::npos ? '\n' : '\0';
  std::vector<std::string> paths;
  while (!list.empty()) {
    std::string_view path = list.substr(0, list.find(end));
    list.remove_prefix(std::min(list.size(), path.size() + 1));
    if (end == '\n' && path.ends_with('\r')) path.remove_suffix(1);
    if (!path.empty()) paths.emplace_back(path);
  }
  return paths;
}

}  // namespace sfn::cli
