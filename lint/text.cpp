#include "lint/text.h"

#include <algorithm>
#include <cstring>

#include "lint/utf8.h"

namespace sfn {

Source::Source(std::string path, std::string bytes)
    : path_(std::move(path)), bytes_(std::move(bytes)), size_(bytes_.size()) {
  bytes_.resize(size_ + slack, '\0');
}

namespace {

/// Counting this far from a known place costs little.
constexpr uint32_t stride = 4096;

bool has_long_line(std::string_view text, const std::vector<uint32_t>& begins) {
  for (size_t i = 0; i < begins.size(); ++i)
    if ((i + 1 < begins.size() ? begins[i + 1] : text.size()) - begins[i] > 2 * stride) return true;
  return false;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), begins_{0} {
  for (size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;)
    begins_.push_back(static_cast<uint32_t>(++at));
  if (!has_long_line(text, begins_)) return;
  uint32_t count = 0;
  for (size_t at = 0; at < text.size(); at += stride) {
    counts_.push_back(count);
    count += static_cast<uint32_t>(count_code_points(text.substr(at, stride)));
  }
}

uint32_t LineIndex::code_points_before(uint32_t offset) const {
  const size_t known = std::min<size_t>(offset / stride, counts_.size() - 1), at = known * stride;
  return counts_[known] + static_cast<uint32_t>(count_code_points(text_.substr(at, offset - at)));
}

Position LineIndex::position(uint32_t offset) const {
  offset = std::min(offset, static_cast<uint32_t>(text_.size()));
  const auto line = std::upper_bound(begins_.begin(), begins_.end(), offset) - begins_.begin();
  const uint32_t begin = begins_[static_cast<size_t>(line - 1)];
  const bool far = offset - begin > 2 * stride;
  const uint32_t column = far ? code_points_before(offset) - code_points_before(begin)
                              : static_cast<uint32_t>(count_code_points(text_.substr(begin, offset - begin)));
  return {static_cast<uint32_t>(line), column + 1};
}

std::string_view LineIndex::line(uint32_t number) const {
  if (number == 0 || number > begins_.size()) return {};
  const size_t begin = begins_[number - 1];
  const size_t end = number < begins_.size() ? begins_[number] - 1 : text_.size();
  std::string_view line = text_.substr(begin, end - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

size_t count_code_points(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !utf8::continues(c); }));
}

}  // namespace sfn
