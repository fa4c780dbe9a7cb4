#include "lint/hcl/text.h"

#include <algorithm>

#include "lint/characters.h"
#include "lint/json/placeholder.h"
#include "lint/json/string.h"

namespace sfn::hcl {

namespace {

/// Walks over a text by what decodes on its own: an escape, or a byte.
class Walk {
 public:
  Walk(const File& file, const Expression& text)
      : file_(file), raw_(file.bytes(text.inner)), base_(text.inner.begin), inserted_(text.first) {}

  bool done() const { return at_ >= raw_.size(); }
  uint32_t place() const { return base_ + at_; }

  json::Unit unit() {
    while (inserted_ != no_expression && file_.at(inserted_).span.end <= place())
      inserted_ = file_.at(inserted_).next;
    const bool inside = inserted_ != no_expression && file_.at(inserted_).span.begin <= place();
    if (!inside && raw_[at_] == '\\') return json::unit_at(raw_, at_);
    json::Unit byte;
    byte.bytes[0] = raw_[at_];
    return byte;
  }
  void pass(const json::Unit& unit) { at_ += unit.raw; }

 private:
  const File& file_;
  std::string_view raw_;
  uint32_t base_, at_ = 0;
  ExpressionId inserted_;
};

// HCL has fewer short escapes than JSON.
void append_escaped(std::string& out, char byte) {
  if (byte == '\b') out += "\\u0008";
  else if (byte == '\f') out += "\\u000c";
  else json::append_escaped(out, byte);
}

bool is_verbatim(const File& file, const Expression& text) {
  return text.heredoc || file.bytes(text.inner).find('\\') == npos;
}

}  // namespace

std::optional<std::string> decoded(const File& file, const Expression& text) {
  if (is_verbatim(file, text)) return std::nullopt;
  std::string out;
  for (Walk walk(file, text); !walk.done();) {
    const json::Unit unit = walk.unit();
    out.append(unit.bytes, unit.decoded);
    walk.pass(unit);
  }
  return out;
}

Span stretch(const File& file, const Expression& text, uint32_t begin, uint32_t end) {
  const Span inner = text.inner;
  if (is_verbatim(file, text)) {
    begin = std::min(begin, inner.end - inner.begin);
    return {inner.begin + begin, inner.begin + std::clamp(end, begin, inner.end - inner.begin)};
  }
  Span found{inner.end, inner.end};
  uint32_t at = 0;
  for (Walk walk(file, text); !walk.done();) {
    const json::Unit unit = walk.unit();
    if (found.begin == inner.end && at + unit.decoded > begin) found.begin = walk.place();
    if (at >= end) break;
    walk.pass(unit);
    at += unit.decoded;
    found.end = walk.place();
  }
  return {found.begin, end <= begin ? found.begin : std::max(found.begin, found.end)};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const bool inserted = json::placeholder_begins(text, at) || json::find_directive(text.substr(at, 8)) == 0;
    const size_t end = inserted ? json::placeholder_end(text, at) : npos;
    if (end == npos) {
      append_escaped(out, text[at++]);
    } else {
      out += text.substr(at, end - at);
      at = end;
    }
  }
  return out;
}

std::string quoted(std::string_view text) {
  if (json::templating(text) == json::Templating::whole && text.starts_with("${"))
    return std::string(text.substr(2, text.size() - 3));
  return '"' + escaped(text) + '"';
}

// What HCL takes for something else must be in quotes.
bool is_identifier(std::string_view name) {
  if (name.empty() || is_digit(name[0]) || name[0] == '-') return false;
  if (name == "null" || name == "true" || name == "false" || name == "for") return false;
  return std::all_of(name.begin(), name.end(), [](char c) { return is_word(c) || c == '-'; });
}

}  // namespace sfn::hcl
