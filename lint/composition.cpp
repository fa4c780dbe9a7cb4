#include "lint/composition.h"

#include <algorithm>

#include "lint/diagnostic.h"

namespace sfn {

Place Composition::Piece::stretch(uint32_t from, uint32_t to) const {
  if (!literal) return place;
  return {place.file, place.node, place.part, place.begin + from - begin, place.begin + to - begin};
}

void Composition::add(std::string_view text, Place place, bool literal) {
  const auto begin = static_cast<uint32_t>(text_.size());
  text_ += text;
  pieces_.push_back({begin, static_cast<uint32_t>(text_.size()), place, literal});
}

// The one that holds the byte; at the end of the text the last.
const Composition::Piece* Composition::piece_at(uint32_t at) const {
  const auto behind =
      std::upper_bound(pieces_.begin(), pieces_.end(), at,
                       [](uint32_t offset, const Piece& piece) { return offset < piece.begin; });
  return behind == pieces_.begin() ? nullptr : &*(behind - 1);
}

Span Composition::span(const Document& document, Span stretch) const {
  const Piece* first = piece_at(stretch.begin);
  const Piece* last = piece_at(std::max(stretch.begin + 1, stretch.end) - 1);
  if (!first || !last) return document.span(whole_);
  if (first == last) return document.span(first->stretch(stretch.begin, stretch.end));
  return {document.span(first->stretch(stretch.begin, first->end)).begin,
          document.span(last->stretch(last->begin, stretch.end)).end};
}

// What is added between two pieces belongs to the one that is a string.
const Composition::Piece* Composition::string_around(Span stretch) const {
  for (const Piece* piece = piece_at(stretch.begin); piece && piece->end >= stretch.begin;) {
    if (piece->literal && piece->begin <= stretch.begin && stretch.end <= piece->end) return piece;
    if (piece == pieces_.data() || stretch.begin > piece->begin) break;
    --piece;
  }
  return nullptr;
}

std::optional<std::vector<Edit>> Composition::render(const Document& document,
                                                     std::span<const Edit> edits) const {
  Fix fix;
  for (const Edit& edit : edits) {
    const Piece* piece = string_around(edit.span);
    if (!piece) return std::nullopt;
    fix.changes.push_back(replace_text(piece->stretch(edit.span.begin, edit.span.end), edit.text));
  }
  return document.render(fix);
}

}  // namespace sfn
