// How a YAML document is laid out in its file: lines, columns, and where members and items begin.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lint/document.h"
#include "lint/yaml/origins.h"

namespace sfn::yaml {

uint32_t line_begin(std::string_view text, uint32_t at);
/// Where the line of `at` ends, its line break left out.
uint32_t line_end(std::string_view text, uint32_t at);
/// Behind the line break of the line of `at`.
uint32_t next_line(std::string_view text, uint32_t at);
/// Bytes from the begin of the line; what stands before a key in block style is ASCII.
uint32_t column_of(std::string_view text, uint32_t at);
/// Whether only blanks stand before it on its line.
bool begins_line(std::string_view text, uint32_t at);
/// Whether only blanks or a comment stand behind it on its line.
bool ends_line(std::string_view text, uint32_t at);

/// Places of a document's members and items, as its text has them.
class Places {
 public:
  Places(const Document& document, const Origins& origins)
      : document_(document), origins_(origins), text_(document.text()) {}

  std::string_view text() const { return text_; }
  std::string_view written(Span span) const { return text_.substr(span.begin, span.end - span.begin); }
  const Node& node(Value value) const { return document_.node(value.id()); }

  /// Whether a container is written with brackets.
  bool in_brackets(Value container) const;
  /// Whether a value is inside something that is written with brackets.
  bool in_flow(Value value) const;
  /// A list or mapping in block style.
  bool is_block(Value value) const;
  /// Whether it was brought by an alias from elsewhere; the value that is the alias itself stands where it
  /// is.
  bool is_copy(Value value) const;
  /// Whether its key is one of a merged mapping.
  bool is_merged(Value value) const;
  /// Whether a tag or anchor stands before the value or one inside it.
  bool has_properties(Value value) const;
  bool has_comment(Span span) const;

  /// The members or items that stand in the text of the container, and not elsewhere.
  std::vector<Value> own(Value container) const;
  /// Where a member or item begins: its key, its dash, or its value with tag and anchor.
  std::optional<uint32_t> begin_of(Value child) const;
  uint32_t end_of(Value child) const { return node(child).value.end; }
  /// Behind the colon of a member; absent where it has none, or none beside its key.
  std::optional<uint32_t> colon_end(Value member) const;

 private:
  const Document& document_;
  const Origins& origins_;
  std::string_view text_;
};

}  // namespace sfn::yaml
