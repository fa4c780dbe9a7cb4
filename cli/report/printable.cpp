#include "cli/report/printable.h"

#include <fmt/core.h>
#include <locale.h>
#include <wchar.h>

#include <algorithm>
#include <cstdint>

#include "lint/utf8.h"

namespace sfn::cli {

namespace {

struct Interval {
  uint32_t first, last;
};

// Invisible, or turning the text around it, or no character; joiners (U+200C, U+200D) are left, since scripts
// and emoji need them.
constexpr Interval hidden[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},
                               {0x200B, 0x200B}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
                               {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE007F}};

bool is_hidden(uint32_t value) {
  return std::any_of(std::begin(hidden), std::end(hidden),
                     [&](Interval range) { return value >= range.first && value <= range.last; });
}

// The C library's table of widths, which it gives only to a thread whose locale is UTF-8.
size_t width(uint32_t value) {
  static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  if (locale == nullptr) return 1;
  const locale_t before = ::uselocale(locale);
  const int columns = ::wcwidth(static_cast<wchar_t>(value));
  ::uselocale(before);
  return columns < 0 ? 1 : static_cast<size_t>(columns);  // newer than the table
}

std::string escaped(uint32_t value) {
  switch (value) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return value > 0xFFFF ? fmt::format("\\u{{{:x}}}", value) : fmt::format("\\u{:04x}", value);
  }
}

// GitHub, Azure Pipelines and TeamCity take `##[...]`, `##vso[...]` and the like for commands to them,
// anywhere in a line of a job's log.
bool begins_log_command(std::string_view text) {
  if (!text.starts_with("##")) return false;
  const size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 2);
  return end != std::string_view::npos && text[end] == '[';
}

// How many characters from the first on are themselves in every report: most of a text.
size_t plain_run(std::string_view text) {
  const auto plain = [](char c) { return c >= ' ' && c < 0x7F && c != '#'; };
  return static_cast<size_t>(std::find_if_not(text.begin(), text.end(), plain) - text.begin());
}

Glyph ascii(size_t bytes, std::string shown) {
  const size_t columns = shown.size();
  return {bytes, std::move(shown), columns};
}

}  // namespace

Glyph first_glyph(std::string_view text, size_t tab) {
  const utf8::CodePoint point = utf8::decode(text);
  if (point.bytes == 0) return ascii(1, fmt::format("\\x{:02x}", static_cast<uint8_t>(text[0])));
  if (point.value == '\t' && tab > 0) return ascii(1, std::string(tab, ' '));
  if (is_hidden(point.value) || begins_log_command(text)) return ascii(point.bytes, escaped(point.value));
  const size_t columns = point.value < 0x80 ? 1 : width(point.value);
  return {point.bytes, std::string(text.substr(0, point.bytes)), columns};
}

std::string printable(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    if (const size_t run = plain_run(text); run > 0) {
      shown += text.substr(0, run);
      text.remove_prefix(run);
      continue;
    }
    const Glyph glyph = first_glyph(text);
    shown += glyph.shown;
    text.remove_prefix(glyph.bytes);
  }
  return shown;
}

std::string valid_utf8(std::string_view text) {
  std::string valid;
  while (!text.empty()) {
    const size_t run = plain_run(text);
    const size_t bytes = run > 0 ? run : utf8::decode(text).bytes;
    valid += bytes > 0 ? text.substr(0, bytes) : std::string_view("\uFFFD");
    text.remove_prefix(std::max<size_t>(bytes, 1));
  }
  return valid;
}

}  // namespace sfn::cli
