// Where the program writes and what it knows about the terminal: real in main, strings in tests.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>

namespace sfn::cli {

/// Writes all of a text; false if it could not.
using Sink = std::function<bool(std::string_view)>;

enum class Color : uint8_t { automatic, always, never };

struct Host {
  Sink out, err;
  bool out_is_terminal = false;
  bool no_color = false;  // the environment variable NO_COLOR is set and not empty
  bool err_is_terminal = false;
  std::function<std::chrono::nanoseconds()> now =
      {};  // a clock that never goes back; its start means nothing
};

/// Standard output and standard error of this process.
Host process_host();

/// Writes all of a text to a file descriptor, whatever the pieces that the system takes; false on an error.
bool write_all(int descriptor, std::string_view text);

}  // namespace sfn::cli
