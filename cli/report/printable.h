// Makes text from files safe to print: anything a terminal would interpret or hide is escaped.
#pragma once

#include <string>
#include <string_view>

namespace sfn::cli {

/// One character of a text as a terminal shows it.
struct Glyph {
  size_t bytes = 1;  // of the text that it shows
  std::string
      shown;  // the character itself, or its escape: `\n`, `\u001b`, `\xff` for a byte that is not UTF-8
  size_t columns = 1;  // that `shown` takes on a terminal
};

/// The first character of a text that is not empty. A tab is shown as `tab` blanks, or as `\t` where that is
/// 0. Escaped are control characters (C0, C1), controls of the writing direction, other invisible characters,
/// the `#` with which a command in the log of a CI job begins, and bytes that are not UTF-8.
Glyph first_glyph(std::string_view text, size_t tab = 0);

/// All of a text, safe to print on one line.
std::string printable(std::string_view text);

/// The text with every byte that is not UTF-8 replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace sfn::cli
