// JSON strings: escapes, and how raw bytes and decoded text correspond.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lint/characters.h"

namespace sfn::json {

/// The smallest piece of a raw string that decodes on its own: one byte, or one whole escape.
struct Unit {
  uint8_t raw = 1;      // bytes in the file
  uint8_t decoded = 1;  // bytes of decoded text, in `bytes`
  char bytes[4] = {};
};

/// The unit that begins at `at`. A surrogate escape without its partner decodes to U+FFFD; a backslash that
/// begins no escape stands for itself.
Unit unit_at(std::string_view raw, size_t at);

/// The text that a string stands for, given the bytes between its quotes.
std::string decode(std::string_view raw);

/// Bytes of the escape whose backslash is at `at`; 0 if JSON has no such escape.
size_t escape_length(std::string_view raw, size_t at);

/// Whether every backslash begins an escape.
bool escapes_are_valid(std::string_view raw);

/// Bytes of the UTF-8 character at `at`; 0 if the bytes there are not UTF-8.
size_t character_length(std::string_view text, size_t at);

/// The first `"`, `\`, `$` or `%` at or after `at`. The bytes up to 8 past the first of them must be
/// readable.
const char* find_special(const char* at);

/// A JSON string literal, quotes included. What is not ASCII stays as it is.
std::string quote(std::string_view text);

/// How a byte of a text is written inside a JSON string: itself, or its escape.
void append_escaped(std::string& out, char byte);

}  // namespace sfn::json
