#include "cli/check/progress.h"

#include <fmt/core.h>

namespace sfn::cli {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds first = 1s, between = 100ms;
constexpr std::string_view erase_line = "\r\x1b[K";

}  // namespace

Progress::Progress(const Host& host, bool wanted)
    : host_(host), wanted_(wanted && host.err_is_terminal && host.now) {
  if (wanted_) next_ = host_.now() + first;
}

void Progress::show(size_t done, size_t total) {
  if (!wanted_) return;
  const std::chrono::nanoseconds now = host_.now();
  if (now < next_) return;
  next_ = now + between;
  drawn_ = true;
  host_.err(fmt::format("{}{} of {} files checked", erase_line, done, total));
}

void Progress::erase() {
  if (drawn_) host_.err(erase_line);
  drawn_ = false;
}

Sink Progress::erasing(const Sink& sink) {
  return [this, &sink](std::string_view text) {
    if (!text.empty()) erase();
    return sink(text);
  };
}

Host Progress::host() {
  Host host = host_;
  if (!wanted_) return host;
  host.out = erasing(host_.out);
  host.err = erasing(host_.err);
  return host;
}

}  // namespace sfn::cli
