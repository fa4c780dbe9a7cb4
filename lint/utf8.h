// Code points and their bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sfn::utf8 {

struct CodePoint {
  uint32_t value = 0;
  size_t bytes = 0;  // 0: the bytes are not UTF-8
};

/// The code point that a text begins with; the text must not be empty.
CodePoint decode(std::string_view text);

void append(std::string& out, uint32_t code_point);

/// Whether a byte goes on with a code point that another one began.
inline bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace sfn::utf8
