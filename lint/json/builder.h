// Builds a Document from the tokens of a JSON text; the fast walk and the strict scanner both feed it.
#pragma once

#include <array>

#include "lint/document.h"
#include "lint/json/fault.h"

namespace sfn::json {

/// Where a string ends and what is in it.
struct StringShape {
  Span span;               // quotes included
  bool escaped = false;    // has a backslash
  bool template_ = false;  // has a `$` or `%`, and so perhaps a placeholder
};

/// Takes tokens in source order. All spans are bytes of the file.
class Builder {
 public:
  explicit Builder(Document& document) : document_(document), text_(document.text()) {}

  /// The key of the value that comes next.
  void key(const StringShape& shape);
  /// A bare placeholder as the key of the value that comes next.
  void placeholder_key(Span span);
  void open(Kind kind, uint32_t begin);
  void close(uint32_t end);
  void string(const StringShape& shape);
  /// A number, a literal, or a bare placeholder (Kind::opaque).
  void scalar(Kind kind, Span span);
  /// A placeholder where a member belongs: what members it adds, nobody knows.
  void member_placeholder(Span span);

 private:
  struct Level {
    NodeId container = no_node, last = no_node;
    uint32_t children = 0;
  };

  std::string_view bytes(Span span) const { return text_.substr(span.begin, span.end - span.begin); }
  std::string_view decoded(const StringShape& shape);
  Node& add(Kind kind, Span value, std::string_view text);

  Document& document_;
  std::string_view text_;
  std::array<Level, max_depth + 1> levels_;
  uint32_t depth_ = 0;
  Span key_;
  std::string_view name_;
};

}  // namespace sfn::json
