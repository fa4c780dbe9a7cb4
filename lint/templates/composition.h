// A text that a template puts together from pieces, and where each piece of it stands.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/document.h"

namespace sfn::templates {

/// What a string, `Fn::Sub` or `Fn::Join` comes to, as far as it is known: what is not is a placeholder
/// `${Name}`. All values are of one document, which must outlive the composition.
class Composition {
 public:
  /// `whole` is the value that the text is put together from.
  explicit Composition(Value whole) : whole_(whole) {}

  /// The decoded text of a string.
  void add_string(Value string);
  /// Text that stands for a value whose own text is another one, or is not known.
  void add_instead(Value value, std::string_view text);

  const std::string& text() const { return text_; }
  Value whole() const { return whole_; }
  /// Bytes of the template for bytes [begin, end) of the text. A stretch over several pieces takes what
  /// stands between them.
  Span span(Span stretch) const;
  /// The edits of the template that make these edits of the text, which are sorted; absent where one of them
  /// is not inside one string.
  std::optional<std::vector<Edit>> render(std::span<const Edit> edits) const;

 private:
  struct Piece {
    uint32_t begin, end;  // of the text
    Value value;
    bool literal;  // the text is that of the value
  };

  void add(Value value, std::string_view text, bool literal);
  const Piece* piece_at(uint32_t at) const;
  const Piece* string_around(Span stretch) const;

  Value whole_;
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace sfn::templates
