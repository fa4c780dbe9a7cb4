#include "lint/nearest.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sfn {
namespace {

constexpr unsigned most_edits = 2;
constexpr size_t longest = 128;  // names of AWS members end well below; longer ones are not compared

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

using Row = std::array<uint8_t, longest + 1>;  // small, since a search rotates three of them for each byte

// One row of the optimal string alignment table; `before` and `above` are the two rows over it.
// Only the cells near the diagonal can stay within the limit, so only they are filled.
void fill_row(std::string_view a, std::string_view b, size_t i, const Row& before, const Row& above, Row& row,
              unsigned limit) {
  const unsigned far = limit + 1;
  const size_t from = i > limit ? i - limit : 1, to = std::min(b.size(), i + limit);
  row[from - 1] = static_cast<uint8_t>(from == 1 ? i : far);
  if (to < b.size()) row[to + 1] = static_cast<uint8_t>(far);
  for (size_t j = from; j <= to; ++j) {
    const unsigned differs = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
    unsigned cost = std::min({above[j] + 1u, row[j - 1] + 1u, above[j - 1] + differs});
    const bool swapped =
        i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
    if (swapped) cost = std::min(cost, before[j - 2] + 1u);
    row[j] = static_cast<uint8_t>(std::min(cost, far));
  }
}

}  // namespace

bool equal_without_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit) {
  limit = std::min(limit, most_edits);
  const size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > limit || a.size() > longest || b.size() > longest) return limit + 1;
  Row before{}, above{}, row{};
  for (size_t j = 0; j <= b.size(); ++j) above[j] = static_cast<uint8_t>(std::min<size_t>(j, limit + 1));
  for (size_t i = 1; i <= a.size(); ++i) {
    // Two rows over a swap can still be near while this one is not, so a far row alone does not end the
    // search.
    fill_row(a, b, i, before, above, row, limit);
    before = above;
    above = row;
  }
  return std::min<unsigned>(above[b.size()], limit + 1);
}

std::optional<std::string_view> nearest(std::string_view wrong, std::span<const std::string_view> names) {
  for (const std::string_view name : names)
    if (equal_without_case(wrong, name)) return name;
  unsigned limit = static_cast<unsigned>(std::min<size_t>(most_edits, wrong.size() / 3));
  std::optional<std::string_view> best;
  for (const std::string_view name : names) {
    const unsigned bound = best ? limit - 1 : limit;  // a later name must be strictly nearer
    if (bound == 0) break;
    const unsigned edits = edit_distance(wrong, name, bound);
    if (edits > bound) continue;
    best = name;
    limit = edits;
  }
  return best;
}

}  // namespace sfn
