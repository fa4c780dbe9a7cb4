// Where a report goes: a file that --output names, or standard output.
#pragma once

#include <string>

#include "cli/host.h"

namespace sfn::cli {

/// "sfn-lint: PATH: REASON", safe to print.
std::string failure_line(std::string_view path, std::string_view reason);

class Destination {
 public:
  /// An empty path is standard output.
  Destination(const std::string& path, const Host& host);
  ~Destination();
  Destination(const Destination&) = delete;

  /// Empties the text.
  void write(std::string& text);
  /// The error, ready to print; empty on success.
  std::string failure() const;

 private:
  std::string path_, failure_;
  const Host& host_;
  int file_ = -1;
};

}  // namespace sfn::cli
