// The exit statuses of the program, and what leads to one other than 0. No other file knows the numbers.
#pragma once

#include <string>

namespace sfn::cli {

/// If several apply, the program exits with the highest.
enum ExitStatus : int {
  clean = 0,
  findings = 1,    // at or above --fail-on, or --diff would change something
  misuse = 2,      // wrong usage or configuration
  unreadable = 3,  // a file could not be read or written, or a fault of the program
};

/// Why something cannot be done: the status to exit with, and a message that is ready to print. False if
/// nothing is wrong.
struct Fault {
  int status = clean;
  std::string text = {};
  explicit operator bool() const { return status != clean; }
};

}  // namespace sfn::cli
