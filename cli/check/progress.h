// One line on the terminal that shows the progress of a long run.
#pragma once

#include <chrono>
#include <optional>

#include "cli/host.h"

namespace sfn::cli {

/// The line is the last one on standard error, without a line end: all other output must go through host(),
/// which erases it first. Draws nothing in the first second after construction, then at most ten times a
/// second. Silent if standard error is not a terminal.
class Progress {
 public:
  /// `host` must outlive this.
  Progress(const Host& host, bool wanted);
  ~Progress() { erase(); }
  Progress(const Progress&) = delete;

  /// `done` of `total` files are checked.
  void show(size_t done, size_t total);
  void erase();
  /// The host, erasing the line before it writes. Must not outlive this.
  Host host();

 private:
  Sink erasing(const Sink& sink);

  const Host& host_;
  bool wanted_, drawn_ = false;
  std::chrono::nanoseconds next_{};  // when it may be drawn again
};

}  // namespace sfn::cli
