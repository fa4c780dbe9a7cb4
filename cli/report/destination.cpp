#include "cli/report/destination.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/report/printable.h"

namespace sfn::cli {

std::string failure_line(std::string_view path, std::string_view reason) {
  return fmt::format("sfn-lint: {}: {}\n", printable(path), printable(reason));
}

Destination::Destination(const std::string& path, const Host& host) : path_(path), host_(host) {
  if (path.empty()) return;
  file_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file_ < 0) failure_ = std::strerror(errno);
}

Destination::~Destination() {
  if (file_ >= 0) ::close(file_);
}

void Destination::write(std::string& text) {
  if (failure_.empty() && !(path_.empty() ? host_.out(text) : write_all(file_, text)))
    failure_ = std::strerror(errno);
  text.clear();
}

std::string Destination::failure() const {
  return failure_.empty() ? "" : failure_line(path_.empty() ? "standard output" : path_, failure_);
}

}  // namespace sfn::cli
