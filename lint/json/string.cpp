#include "lint/json/string.h"

#include <fmt/core.h>

#include <bit>
#include <cstring>
#include <optional>

#include "lint/utf8.h"

namespace sfn::json {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The four digits of `\uXXXX`, whose backslash is at `at`.
std::optional<uint32_t> code_unit(std::string_view raw, size_t at) {
  if (at + 6 > raw.size() || raw[at] != '\\' || raw[at + 1] != 'u') return std::nullopt;
  uint32_t unit = 0;
  for (size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hex_digit(raw[i]);
    if (digit < 0) return std::nullopt;
    unit = unit * 16 + static_cast<uint32_t>(digit);
  }
  return unit;
}

char short_escape(char letter) {
  switch (letter) {
    case '"':
      return '"';
    case '\\':
      return '\\';
    case '/':
      return '/';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return 0;
  }
}

void encode(Unit& unit, uint32_t point) {
  std::string bytes;
  utf8::append(bytes, point);
  unit.decoded = static_cast<uint8_t>(bytes.copy(unit.bytes, sizeof unit.bytes));
}

}  // namespace

Unit unit_at(std::string_view raw, size_t at) {
  Unit unit;
  unit.bytes[0] = raw[at];
  if (raw[at] != '\\' || at + 1 >= raw.size()) return unit;
  if (const char letter = short_escape(raw[at + 1])) {
    unit.raw = 2;
    unit.bytes[0] = letter;
    return unit;
  }
  const auto high = code_unit(raw, at);
  if (!high) return unit;
  unit.raw = 6;
  if (*high < 0xD800 || *high > 0xDFFF) {
    encode(unit, *high);
    return unit;
  }
  const auto low = *high < 0xDC00 ? code_unit(raw, at + 6) : std::nullopt;
  if (low && *low >= 0xDC00 && *low <= 0xDFFF) {
    unit.raw = 12;
    encode(unit, 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00));
  } else {
    encode(unit, 0xFFFD);
  }
  return unit;
}

std::string decode(std::string_view raw) {
  std::string text;
  text.reserve(raw.size());
  for (size_t at = 0; at < raw.size();) {
    size_t escape = raw.find('\\', at);
    if (escape == std::string_view::npos) escape = raw.size();
    text.append(raw.substr(at, escape - at));
    at = escape;
    if (at == raw.size()) break;
    const Unit unit = unit_at(raw, at);
    text.append(unit.bytes, unit.decoded);
    at += unit.raw;
  }
  return text;
}

size_t escape_length(std::string_view raw, size_t at) {
  if (at + 1 >= raw.size()) return 0;
  if (short_escape(raw[at + 1])) return 2;
  return code_unit(raw, at) ? 6 : 0;
}

bool escapes_are_valid(std::string_view raw) {
  for (size_t at = raw.find('\\'); at != std::string_view::npos; at = raw.find('\\', at)) {
    const size_t length = escape_length(raw, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

size_t character_length(std::string_view text, size_t at) {
  return at < text.size() ? utf8::decode(text.substr(at)).bytes : 1;
}

const char* find_special(const char* at) {
  if constexpr (std::endian::native == std::endian::little) {
    constexpr uint64_t ones = 0x0101010101010101, tops = ones << 7;
    const auto zero_bytes = [](uint64_t word) { return (word - ones) & ~word & tops; };
    while (true) {
      uint64_t word;
      std::memcpy(&word, at, sizeof word);
      const uint64_t found = zero_bytes(word ^ ones * '"') | zero_bytes(word ^ ones * '\\') |
                             zero_bytes((word & ~ones) ^ ones * '$');  // `$` and `%` differ in the last bit
      if (found) return at + std::countr_zero(found) / 8;
      at += sizeof word;
    }
  }
  while (*at != '"' && *at != '\\' && *at != '$' && *at != '%') ++at;
  return at;
}

void append_escaped(std::string& out, char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (static_cast<unsigned char>(byte) < 0x20) out += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
  else out += byte;
}

std::string quote(std::string_view text) {
  std::string out = "\"";
  for (char c : text) append_escaped(out, c);
  return out += '"';
}

}  // namespace sfn::json
