#include "lint/text.h"

#include <algorithm>
#include <cstring>

namespace sfn {

Source::Source(std::string path, std::string bytes)
    : path_(std::move(path)), bytes_(std::move(bytes)), size_(bytes_.size()) {
  bytes_.resize(size_ + slack, '\0');
}

LineIndex::LineIndex(std::string_view text) : text_(text), begins_{0} {
  for (size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;)
    begins_.push_back(static_cast<uint32_t>(++at));
}

Position LineIndex::position(uint32_t offset) const {
  offset = std::min(offset, static_cast<uint32_t>(text_.size()));
  const auto line = std::upper_bound(begins_.begin(), begins_.end(), offset) - begins_.begin();
  const uint32_t begin = begins_[static_cast<size_t>(line - 1)];
  return {static_cast<uint32_t>(line),
          static_cast<uint32_t>(count_code_points(text_.substr(begin, offset - begin))) + 1};
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
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace sfn
