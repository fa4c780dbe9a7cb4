#include "lint/yaml/comments.h"

#include "lint/yaml/pieces.h"

namespace sfn::yaml {
namespace {

/// `#` begins a comment at the begin of a line or behind a blank; else it is part of a tag or anchor.
bool begins_comment(std::string_view text, uint32_t at) {
  if (text[at] != '#') return false;
  return at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\n' ||
         text[at - 1] == '\r' || text.substr(0, at).ends_with("\xC2\x85") ||
         text.substr(0, at).ends_with("\xE2\x80\xA8") || text.substr(0, at).ends_with("\xE2\x80\xA9") ||
         text.substr(0, at) == "\xEF\xBB\xBF";
}

void add_comments_in(Document& document, uint32_t at, uint32_t end) {
  const std::string_view text = document.text();
  while (at < end) {
    if (!begins_comment(text, at)) {
      ++at;
      continue;
    }
    const uint32_t begin = at;
    while (at < text.size() && break_length(text, at) == 0) ++at;
    document.add_comment({{begin, at}, text.substr(begin + 1, at - begin - 1)});
  }
}

}  // namespace

void add_comments(Document& document, std::span<const Span> scalars) {
  if (document.text().find('#') == std::string_view::npos) return;
  uint32_t at = 0;
  for (const Span scalar : scalars) {
    add_comments_in(document, at, scalar.begin);
    at = scalar.end > at ? scalar.end : at;
  }
  add_comments_in(document, at, static_cast<uint32_t>(document.text().size()));
}

}  // namespace sfn::yaml
