// Bytes of a file, ranges of them, and the mapping from byte offsets to lines and columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sfn {

inline constexpr size_t npos = std::string_view::npos;

/// Names one file of a run. Findings and notes carry it, since a policy and a definition are two files.
using FileId = uint32_t;

/// Bytes [begin, end) of a file.
struct Span {
  uint32_t begin = 0, end = 0;
  bool empty() const { return begin == end; }
  friend bool operator==(Span, Span) = default;
};

/// [begin, end) of a text, which is shorter than 4 GiB.
inline Span span_between(size_t begin, size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

/// A position as people count it: line and column from 1; columns count code points, and a tab is one.
struct Position {
  uint32_t line = 1, column = 1;
  friend bool operator==(Position, Position) = default;
};

/// The bytes of one file and the path that the user gave for it.
/// The bytes are followed by `slack` readable zero bytes, which simdjson needs.
class Source {
 public:
  static constexpr size_t slack = 64;
  Source(std::string path, std::string bytes);
  const std::string& path() const { return path_; }
  std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  std::string path_, bytes_;
  size_t size_;
};

/// Where the lines of a text begin. A line ends at `\n`; a `\r` before it belongs to the line end. A look-up
/// costs no more in a line of megabytes than in a short one.
class LineIndex {
 public:
  /// `text` must outlive the index.
  explicit LineIndex(std::string_view text);
  /// The position of a byte; an offset past the end is the position right after the last byte.
  Position position(uint32_t offset) const;
  /// The text of a line (1-based) without its line end; empty for a line that does not exist.
  std::string_view line(uint32_t number) const;
  uint32_t line_count() const { return static_cast<uint32_t>(begins_.size()); }

 private:
  uint32_t code_points_before(uint32_t offset) const;

  std::string_view text_;
  std::vector<uint32_t> begins_;
  std::vector<uint32_t> counts_;  // code points before each `stride` bytes; empty where all lines are short
};

/// The number of code points in a UTF-8 text; each invalid byte counts as one.
size_t count_code_points(std::string_view text);

}  // namespace sfn
