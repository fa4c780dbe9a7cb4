// How the bytes of a scalar in a YAML file and the text that it stands for correspond.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lint/text.h"

namespace sfn::yaml {

/// What separates the tokens of a line.
inline bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// A stretch of a file that decodes on its own: `raw` bytes become `decoded` bytes. Where both are of the
/// same length they are the same bytes.
struct Piece {
  Span raw;
  uint32_t decoded = 0;
};

enum class Style : uint8_t { plain, single_quoted, double_quoted, literal, folded };

/// The style of the scalar that begins at the first byte of `written`.
Style style_of(std::string_view written);

/// The pieces of the scalar at `scalar` in `file`, quotes and the header of a block scalar left out.
/// `decoded` is the text that it stands for, which tells how deep a block scalar is indented.
std::vector<Piece> pieces(std::string_view file, Span scalar, std::string_view decoded);

/// Where the bytes [begin, end) of the decoded text stand in the file. An escape, or a line break with the
/// indentation behind it, is covered whole; begin == end gives an empty span before the byte there.
Span stretch(std::string_view file, Span scalar, std::string_view decoded, uint32_t begin, uint32_t end);

/// Bytes of the line break at `at` as YAML 1.1 has them (LF, CR, CR LF, NEL, LS, PS); 0 if there is none.
size_t break_length(std::string_view text, size_t at);

/// How many blanks the lines of a block scalar are indented by; 0 if it has no text.
uint32_t block_indent(std::string_view file, Span scalar, std::string_view decoded);

}  // namespace sfn::yaml
