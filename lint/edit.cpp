#include "lint/edit.h"

#include <algorithm>

namespace sfn {

bool touch(std::span<const Edit> some, std::span<const Edit> others) {
  return std::any_of(some.begin(), some.end(), [&](const Edit& one) {
    return std::any_of(others.begin(), others.end(), [&](const Edit& other) {
      return one.span.begin <= other.span.end && other.span.begin <= one.span.end;
    });
  });
}

std::string applied(std::string_view text, std::span<const Edit> edits) {
  std::string out;
  size_t at = 0;
  for (const Edit& edit : edits) {
    out += text.substr(at, edit.span.begin - at);
    out += edit.text;
    at = edit.span.end;
  }
  return out += text.substr(at);
}

}  // namespace sfn
