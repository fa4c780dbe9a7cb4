#include "cli/report/summary_line.h"

#include <fmt/core.h>

namespace sfn::cli {

namespace {

// "1 error, 2 warnings"; empty where there are none.
std::string found(const Summary& summary) {
  std::string found;
  const auto add = [&](size_t number, std::string_view noun) {
    if (number > 0) found += (found.empty() ? "" : ", ") + counted(number, noun);
  };
  add(summary.errors, "error");
  add(summary.warnings, "warning");
  add(summary.infos, "info");
  return found;
}

// What a run with --fix would fix; empty where it would fix nothing.
std::string offer(const Summary& summary) {
  if (summary.fixable > 0 && summary.fixable_unsafe > 0)
    return fmt::format(" ({} fixable with --fix, {} more with --unsafe-fixes)", summary.fixable,
                       summary.fixable_unsafe);
  if (summary.fixable > 0) return fmt::format(" ({} fixable with --fix)", summary.fixable);
  if (summary.fixable_unsafe > 0)
    return fmt::format(" ({} fixable with --fix --unsafe-fixes)", summary.fixable_unsafe);
  return {};
}

}  // namespace

std::string counted(size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string summary_line(const Summary& summary, Fixing fixing) {
  const std::string files = counted(summary.files, "file"), left = found(summary);
  if (fixing == Fixing::diff && summary.fixed > 0)
    return fmt::format("{} would be fixed in {}\n", counted(summary.fixed, "finding"), files);
  if (fixing == Fixing::diff) return fmt::format("{} checked, nothing to fix\n", files);
  const std::string fixed = summary.fixed > 0 ? fmt::format("{} fixed, ", summary.fixed) : "";
  if (left.empty())
    return fmt::format("{}{} checked, nothing {}\n", fixed, files, fixed.empty() ? "found" : "left");
  const std::string offered = fixing == Fixing::show ? offer(summary) : "";
  return fmt::format("{}{}{} in {}{}\n", fixed, left, fixed.empty() ? "" : " left", files, offered);
}

}  // namespace sfn::cli
