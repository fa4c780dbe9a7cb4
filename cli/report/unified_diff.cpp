#include "cli/report/unified_diff.h"

#include <fmt/core.h>

#include <algorithm>
#include <dtl/dtl.hpp>
#include <vector>

#include "cli/report/printable.h"

namespace sfn::cli {

namespace {

constexpr size_t context_lines = 3;

using Lines = std::vector<std::string_view>;  // each with its line end

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    lines.push_back(text.substr(0, end == std::string_view::npos ? end : end + 1));
    text.remove_prefix(lines.back().size());
  }
  return lines;
}

struct Step {
  char mark;  // ' ', '-' or '+'
  std::string_view line;
};

/// All lines of both texts with what becomes of them; removed lines come before added ones.
std::vector<Step> steps_between(const Lines& before, const Lines& after) {
  // What is the same at both ends is most of a file, and needs no search.
  const auto [first_before, first_after] =
      std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const size_t same = static_cast<size_t>(first_before - before.begin());
  size_t tail = 0;
  while (tail < std::min(before.size(), after.size()) - same &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  std::vector<Step> steps;
  for (size_t i = 0; i < same; ++i) steps.push_back({' ', before[i]});
  dtl::Diff<std::string_view> diff(
      Lines(before.begin() + static_cast<ptrdiff_t>(same), before.end() - static_cast<ptrdiff_t>(tail)),
      Lines(after.begin() + static_cast<ptrdiff_t>(same), after.end() - static_cast<ptrdiff_t>(tail)), true);
  diff.compose();
  for (const auto& [line, info] : diff.getSes().getSequence())
    steps.push_back({info.type == dtl::SES_COMMON ? ' ' : info.type == dtl::SES_DELETE ? '-' : '+', line});
  for (size_t i = before.size() - tail; i < before.size(); ++i) steps.push_back({' ', before[i]});
  return steps;
}

class Printer {
 public:
  Printer(const DiffStyle& style, std::vector<Step> steps) : style_(style), steps_(std::move(steps)) {}

  std::string hunks() {
    size_t at = 0;
    while (at < steps_.size()) {
      const size_t first = next_change(at);
      if (first == steps_.size()) break;
      const size_t begin = std::max(at, first - std::min(first, context_lines));
      count(at, begin);
      const size_t end = std::min(steps_.size(), last_change(first) + 1 + context_lines);
      hunk(begin, end);
      at = end;
    }
    return std::move(out_);
  }

 private:
  size_t next_change(size_t at) const {
    while (at < steps_.size() && steps_[at].mark == ' ') ++at;
    return at;
  }

  /// The last change before a stretch of lines that would separate two hunks.
  size_t last_change(size_t at) const {
    while (true) {
      const size_t next = next_change(at + 1);
      if (next == steps_.size() || next - at > 2 * context_lines + 1) return at;
      at = next;
    }
  }

  void count(size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      if (steps_[i].mark != '+') ++before_;
      if (steps_[i].mark != '-') ++after_;
    }
  }

  void hunk(size_t begin, size_t end) {
    const size_t first_before = before_, first_after = after_;
    count(begin, end);
    // An empty stretch is named by the line before it.
    const size_t lines_before = before_ - first_before, lines_after = after_ - first_after;
    out_ += paint("\x1b[36m", fmt::format("@@ -{},{} +{},{} @@", first_before + (lines_before > 0),
                                          lines_before, first_after + (lines_after > 0), lines_after)) +
            "\n";
    for (size_t i = begin; i < end; ++i) line(steps_[i]);
  }

  void line(const Step& step) {
    const bool ended = step.line.ends_with('\n');
    std::string_view text = step.line.substr(0, step.line.size() - (ended ? 1 : 0));
    if (style_.printable && text.ends_with('\r')) text.remove_suffix(1);
    const std::string shown = step.mark + (style_.printable ? with_tabs(text) : std::string(text));
    out_ += step.mark == ' ' ? shown : paint(step.mark == '-' ? "\x1b[31m" : "\x1b[32m", shown);
    out_ += ended ? "\n" : "\n\\ No newline at end of file\n";
  }

  static std::string with_tabs(std::string_view text) {
    std::string shown;
    for (size_t end; (end = text.find('\t')) != std::string_view::npos; text.remove_prefix(end + 1))
      shown += printable(text.substr(0, end)) + "\t";
    return shown + printable(text);
  }

  std::string paint(std::string_view color, const std::string& text) const {
    return style_.color ? std::string(color) + text + "\x1b[0m" : text;
  }

  const DiffStyle& style_;
  std::vector<Step> steps_;
  std::string out_;
  size_t before_ = 0, after_ = 0;  // lines that are behind
};

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after,
                         const DiffStyle& style) {
  if (before == after) return {};
  // A line end in a name would break the header, on a terminal or not.
  const std::string name = printable(path);
  const std::string head = fmt::format("--- {}\n+++ {}\n", name, name);
  return head + Printer(style, steps_between(lines_of(before), lines_of(after))).hunks();
}

}  // namespace sfn::cli
