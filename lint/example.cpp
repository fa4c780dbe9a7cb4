#include "lint/example.h"

namespace sfn {

MarkedText unmark(std::string_view example) {
  constexpr std::string_view open = "\u00AB", close = "\u00BB";
  MarkedText marked;
  bool inside = false;
  while (!example.empty()) {
    const auto here = static_cast<uint32_t>(marked.text.size());
    if (example.starts_with(open)) marked.marks.push_back({here, here});
    if (example.starts_with(close) && inside) marked.marks.back().end = here;
    if (example.starts_with(open) || example.starts_with(close)) {
      inside = example.starts_with(open);
      example.remove_prefix(open.size());
      continue;
    }
    marked.text += example.front();
    example.remove_prefix(1);
  }
  if (inside) marked.marks.back().end = static_cast<uint32_t>(marked.text.size());
  return marked;
}

}  // namespace sfn
