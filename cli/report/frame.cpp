#include "cli/report/frame.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "cli/report/printable.h"

namespace sfn::cli {

namespace {

constexpr size_t tab_columns = 4;
constexpr size_t max_columns = 120;  // of the text; what is longer is cut
constexpr size_t kept_before = 40;   // columns kept before the mark of a cut line

struct Cell {
  Glyph glyph;
  size_t column;  // where it begins
};

struct Row {
  std::vector<Cell> cells;
  size_t mark_begin = 0, mark_end = 0, end = 0;  // columns
};

Row lay_out(const Excerpt& excerpt) {
  Row row;
  std::string_view rest = excerpt.text;
  for (size_t byte = 0; !rest.empty();) {
    const Glyph glyph = first_glyph(rest, tab_columns);
    if (byte <= excerpt.mark_begin) row.mark_begin = row.end;
    if (byte < excerpt.mark_end) row.mark_end = row.end + glyph.columns;
    row.cells.push_back({glyph, row.end});
    row.end += glyph.columns;
    byte += glyph.bytes;
    rest.remove_prefix(glyph.bytes);
  }
  if (excerpt.mark_begin >= excerpt.text.size()) row.mark_begin = row.end;
  row.mark_end = std::max(row.mark_end, row.mark_begin + 1);
  return row;
}

struct Window {
  size_t begin, end;  // columns
};

Window window(const Row& row, bool cut) {
  if (!cut || row.end <= max_columns) return {0, row.end};
  const size_t latest = row.end - max_columns;
  const size_t begin = std::min(row.mark_begin > kept_before ? row.mark_begin - kept_before : 0, latest);
  return {begin, begin + max_columns};
}

struct Line {
  std::string text;
  size_t begin, end;  // columns of the mark
};

Line cut(const Excerpt& excerpt, bool wanted) {
  const Row row = lay_out(excerpt);
  const Window seen = window(row, wanted);
  const bool left = excerpt.cut_left || seen.begin > 0;
  const bool right = excerpt.cut_right || seen.end < row.end;
  std::string text = left ? "\u2026" : "";
  std::optional<size_t> first;  // column shown first: a wide character may straddle the cut
  for (const Cell& cell : row.cells) {
    if (cell.column < seen.begin || cell.column + cell.glyph.columns > seen.end) continue;
    if (!first) first = cell.column;
    text += cell.glyph.shown;
  }
  const size_t shift = first.value_or(seen.begin);
  const size_t begin = row.mark_begin - std::min(shift, row.mark_begin) + left;
  const size_t end = std::min(row.mark_end, std::max(seen.end, row.mark_begin + 1)) - shift + left;
  return {text + (right ? "\u2026" : ""), begin, std::max(begin + 1, end)};
}

}  // namespace

std::string frame(const Excerpt& excerpt, const FrameStyle& style) {
  const Line line = cut(excerpt, style.cut);
  const std::string gutter = style.number > 0 ? fmt::format("{:5} | ", style.number) : "";
  const std::string blank = style.number > 0 ? std::string(gutter.size() - 2, ' ') + "| " : "";
  return fmt::format("{}{}\n{}{}{}{}{}\n", gutter, line.text, blank, std::string(line.begin, ' '), style.mark,
                     std::string(line.end - line.begin, '^'), style.unmark);
}

}  // namespace sfn::cli
