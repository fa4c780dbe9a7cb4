// A text that is put together from pieces of a document, and where each piece of it is.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/document.h"

namespace sfn {

/// What a string comes to when its placeholders have values, or what `Fn::Sub` and `Fn::Join` come to, as far
/// as it is known. All its places are of one document.
class Composition {
 public:
  /// `whole` is the place of all that the text stands for.
  explicit Composition(Place whole) : whole_(whole) {}

  /// The decoded text of a string.
  void add_string(Value string) { add(string.text(), string.stretch(0, string.text().size())); }
  /// Text that is, byte for byte, a stretch of decoded text (Part::text, Part::key_text).
  void add(std::string_view text, Place stretch) { add(text, stretch, true); }
  /// Text that stands for a place whose own text is different, or is not known.
  void add_instead(std::string_view text, Place place) { add(text, place, false); }

  const std::string& text() const { return text_; }
  /// Bytes of the file for bytes [begin, end) of the text. A stretch over several pieces includes what is
  /// between them.
  Span span(const Document& document, Span stretch) const;
  /// The edits of the file that make these edits of the text, which are sorted; absent where one of them is
  /// not inside one string.
  std::optional<std::vector<Edit>> render(const Document& document, std::span<const Edit> edits) const;

 private:
  struct Piece {
    uint32_t begin, end;  // of the text
    Place place;
    bool literal;  // the text is that of the place

    /// Of bytes of the text that are in this piece.
    Place stretch(uint32_t from, uint32_t to) const;
  };

  void add(std::string_view text, Place place, bool literal);
  const Piece* piece_at(uint32_t at) const;
  const Piece* string_around(Span stretch) const;

  Place whole_;
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace sfn
