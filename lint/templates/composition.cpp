#include "lint/templates/composition.h"

#include <algorithm>

#include "lint/diagnostic.h"

namespace sfn::templates {

void Composition::add(Value value, std::string_view text, bool literal) {
  const auto begin = static_cast<uint32_t>(text_.size());
  text_ += text;
  pieces_.push_back({begin, static_cast<uint32_t>(text_.size()), value, literal});
}

void Composition::add_string(Value string) { add(string, string.text(), true); }

void Composition::add_instead(Value value, std::string_view text) { add(value, text, false); }

// The one that holds the byte; at the end of the text the last.
const Composition::Piece* Composition::piece_at(uint32_t at) const {
  const auto behind =
      std::upper_bound(pieces_.begin(), pieces_.end(), at,
                       [](uint32_t offset, const Piece& piece) { return offset < piece.begin; });
  return behind == pieces_.begin() ? nullptr : &*(behind - 1);
}

Span Composition::span(Span stretch) const {
  const auto span_in = [](const Piece& piece, uint32_t begin, uint32_t end) {
    const Place place =
        piece.literal ? piece.value.stretch(begin - piece.begin, end - piece.begin) : piece.value.place();
    return piece.value.document().span(place);
  };
  const Piece* first = piece_at(stretch.begin);
  const Piece* last = piece_at(std::max(stretch.begin + 1, stretch.end) - 1);
  if (!first || !last) return whole_.document().span(whole_.place());
  if (first == last) return span_in(*first, stretch.begin, stretch.end);
  return {span_in(*first, stretch.begin, first->end).begin, span_in(*last, last->begin, stretch.end).end};
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

std::optional<std::vector<Edit>> Composition::render(std::span<const Edit> edits) const {
  Fix fix;
  for (const Edit& edit : edits) {
    const Piece* piece = string_around(edit.span);
    if (!piece) return std::nullopt;
    const Place place = piece->value.stretch(edit.span.begin - piece->begin, edit.span.end - piece->begin);
    fix.changes.push_back(replace_text(place, edit.text));
  }
  return whole_.document().render(fix);
}

}  // namespace sfn::templates
