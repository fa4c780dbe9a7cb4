#include "lint/yaml/emit.h"

#include "lint/json/string.h"
#include "lint/utf8.h"
#include "lint/yaml/layout.h"
#include "lint/yaml/plain.h"

namespace sfn::yaml {
namespace {

/// Whether the UTF-8 character at `at` may stand in a file as it is, and on a line.
bool is_printable(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  if (byte(at) < 0x80) return byte(at) >= 0x20 && byte(at) != 0x7F;
  if (byte(at) == 0xC2) return byte(at + 1) >= 0xA0;  // NEL and its like
  if (byte(at) == 0xE2 && byte(at + 1) == 0x80)
    return byte(at + 2) != 0xA8 && byte(at + 2) != 0xA9;                       // LS, PS
  if (byte(at) == 0xEF && byte(at + 1) == 0xBB) return byte(at + 2) != 0xBF;   // a byte order mark
  return !(byte(at) == 0xEF && byte(at + 1) == 0xBF && byte(at + 2) >= 0xBE);  // U+FFFE, U+FFFF
}

size_t length_at(std::string_view text, size_t at) {
  const size_t length = json::character_length(text, at);
  return length == 0 ? 1 : length;
}

bool all_printable(std::string_view text) {
  for (size_t at = 0; at < text.size(); at += length_at(text, at))
    if (!is_printable(text, at)) return false;
  return true;
}

void append_code(std::string& out, std::string_view character) {
  const auto [value, bytes] = utf8::decode(character);
  const uint32_t code = bytes == 0 ? static_cast<unsigned char>(character[0]) : value;
  constexpr std::string_view digits = "0123456789ABCDEF";
  out += code < 0x100 ? "\\x" : "\\u";
  for (int shift = code < 0x100 ? 4 : 12; shift >= 0; shift -= 4) out += digits[code >> shift & 15];
}

std::string in_double_quotes(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); at += length_at(text, at)) {
    const std::string_view character = text.substr(at, length_at(text, at));
    if (character == "\"" || character == "\\") (out += '\\') += character;
    else if (character == "\n") out += "\\n";
    else if (character == "\t") out += "\\t";
    else if (character == "\r") out += "\\r";
    else if (is_printable(text, at)) out += character;
    else append_code(out, character);
  }
  return out;
}

std::string in_single_quotes(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '\'') out += c;
  }
  return out;
}

bool is_scalar(Value value) { return !value.is_object() && !value.is_array(); }

std::string key_text(std::string_view name, const Layout& layout, Around around) {
  return scalar(name, layout.json ? Style::double_quoted : Style::plain, around);
}

std::string scalar_text(Value value, const Layout& layout, Around around) {
  if (value.is_number()) return number(value.text());
  if (!value.is_string() && !value.is_opaque()) return std::string(value.text());
  return scalar(value.text(), layout.json ? Style::double_quoted : Style::plain, around);
}

std::string new_line(uint32_t column, const Layout& layout) {
  return std::string(layout.line_end) + std::string(column, ' ');
}

/// The members or items of a container, the first of them where the text stands.
std::string block(Value container, uint32_t column, const Layout& layout) {
  std::string out;
  for (const Value child : container) {
    if (child != container.first_child()) out += new_line(column, layout);
    if (container.is_array()) out += "- " + after_dash(child, column + 2, layout);
    else out += key_text(child.name(), layout, Around::block) + ":" + after_colon(child, column, layout);
  }
  return out;
}

}  // namespace

bool can_be_plain(std::string_view text, Around around) {
  if (text.empty() || !all_printable(text) || text.front() == ' ' || text.back() == ' ') return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`=").find(text[0]) != npos || text.starts_with("..."))
    return false;
  if (text.back() == ':' || text.find(": ") != npos || text.find(" #") != npos || text == "<<") return false;
  if (around == Around::flow && text.find_first_of(",[]{}?") != npos) return false;
  if (text.size() == 1 && std::string_view("yYnN~").find(text[0]) != npos) return false;
  const PlainScalar read = read_plain(text);
  return read.kind == Kind::string && read.trap == Trap::none;
}

std::string scalar(std::string_view text, Style style, Around around) {
  if (style == Style::plain && can_be_plain(text, around)) return std::string(text);
  const bool single =
      style == Style::single_quoted ||
      (style == Style::plain && text.find_first_of("\"\\") != npos && text.find('\'') == npos);
  if (single && all_printable(text)) return "'" + in_single_quotes(text) + "'";
  return "\"" + in_double_quotes(text) + "\"";
}

std::string number(std::string_view json) {
  const size_t e = json.find_first_of("eE");
  if (e == npos) return std::string(json);
  const std::string_view power = json.substr(e + 1);
  const bool point = json.find('.') != npos, sign = power.starts_with('+') || power.starts_with('-');
  return std::string(json.substr(0, e)) + (point ? "e" : ".0e") + (sign ? "" : "+") + std::string(power);
}

std::optional<std::string> escaped(std::string_view text, Style style) {
  if (style == Style::double_quoted) return in_double_quotes(text);
  if (!all_printable(text)) return std::nullopt;
  return style == Style::single_quoted ? in_single_quotes(text) : std::string(text);
}

std::string flow(Value value, const Layout& layout) {
  if (is_scalar(value)) return scalar_text(value, layout, Around::flow);
  std::string out;
  for (const Value child : value) {
    if (!out.empty()) out += ", ";
    if (value.is_object()) out += key_text(child.name(), layout, Around::flow) + ": ";
    out += flow(child, layout);
  }
  return value.is_object() ? "{" + out + "}" : "[" + out + "]";
}

std::string after_colon(Value value, uint32_t column, const Layout& layout) {
  if (is_scalar(value)) return " " + scalar_text(value, layout, Around::block);
  if (!value.first_child()) return value.is_object() ? " {}" : " []";
  const uint32_t inner = column + (value.is_object() ? layout.step : layout.list_offset);
  return new_line(inner, layout) + block(value, inner, layout);
}

std::string after_dash(Value value, uint32_t column, const Layout& layout) {
  if (is_scalar(value)) return scalar_text(value, layout, Around::block);
  if (!value.first_child()) return value.is_object() ? "{}" : "[]";
  return block(value, column, layout);
}

}  // namespace sfn::yaml
