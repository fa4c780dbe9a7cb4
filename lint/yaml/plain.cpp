#include "lint/yaml/plain.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "lint/json/number.h"

namespace sfn::yaml {
namespace {

constexpr std::string_view digits = "0123456789";

/// A word as YAML takes it: all small, all capital, or only the first letter.
bool is_word(std::string_view text, std::string_view small) {
  if (text.size() != small.size()) return false;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  const auto same = [&](char a, char b) { return lower(a) == b; };
  if (!std::equal(text.begin(), text.end(), small.begin(), same)) return false;
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto capitals = std::count_if(text.begin(), text.end(), capital);
  return capitals == 0 || (capitals == 1 && capital(text[0])) ||
         capitals == static_cast<std::ptrdiff_t>(text.size());
}

template <size_t n>
bool is_one_of(std::string_view text, const std::array<std::string_view, n>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_word(text, word); });
}

bool is_all(std::string_view text, std::string_view of) {
  return !text.empty() && text.find_first_not_of(of) == npos;
}

/// Takes characters of `of` from the begin of `text`.
std::string_view take(std::string_view& text, std::string_view of) {
  const std::string_view taken = text.substr(0, text.find_first_not_of(of));
  text.remove_prefix(taken.size());
  return taken;
}

bool take_one(std::string_view& text, std::string_view of) {
  if (text.empty() || of.find(text[0]) == npos) return false;
  text.remove_prefix(1);
  return true;
}

/// `1:30`, `12:30:00.5`: base 60 in YAML 1.1.
bool is_base_60(std::string_view text) {
  if (take(text, "0123456789_").empty()) return false;
  size_t parts = 0;
  while (take_one(text, ":")) {
    const std::string_view part = take(text, digits);
    if (part.empty() || part.size() > 2 || (part.size() == 2 && part[0] > '5')) return false;
    ++parts;
  }
  if (take_one(text, ".")) take(text, "0123456789_");
  return parts > 0 && text.empty();
}

bool take_digits(std::string_view& text, size_t least, size_t most) {
  const size_t found = take(text, digits).size();
  return least <= found && found <= most;
}

bool is_time(std::string_view text) {
  if (!take_digits(text, 1, 2) || !take_one(text, ":") || !take_digits(text, 2, 2) || !take_one(text, ":") ||
      !take_digits(text, 2, 2))
    return false;
  if (take_one(text, ".")) take(text, digits);
  take(text, " \t");
  if (text.empty() || text == "Z") return true;
  if (!take_one(text, "+-") || !take_digits(text, 1, 2)) return false;
  return text.empty() || (take_one(text, ":") && take_digits(text, 2, 2) && text.empty());
}

bool is_timestamp(std::string_view text) {
  if (!take_digits(text, 4, 4) || !take_one(text, "-")) return false;
  const size_t month = take(text, digits).size();
  if (month < 1 || month > 2 || !take_one(text, "-")) return false;
  const size_t day = take(text, digits).size();
  if (day < 1 || day > 2) return false;
  if (text.empty()) return month == 2 && day == 2;
  if (!take_one(text, "Tt") && take(text, " \t").empty()) return false;
  return is_time(text);
}

/// Numbers with a base (`0x1F`, `0o17`, `0b1`) or `_` between digits; absent if `text` is none of them.
std::optional<PlainScalar> read_unusual(std::string_view text) {
  const std::string_view bare = text.substr(text[0] == '-' || text[0] == '+' ? 1 : 0);
  if (bare.empty()) return std::nullopt;
  const PlainScalar unsure{Kind::opaque, Trap::number};
  if (is_base_60(bare)) return unsure;
  const std::string_view rest = bare.substr(std::min<size_t>(2, bare.size()));
  if (bare.starts_with("0x") && is_all(rest, "0123456789abcdefABCDEF_")) {
    uint64_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number, 16);
    const bool exact = error == std::errc() && end == rest.data() + rest.size() && bare.size() == text.size();
    return exact ? PlainScalar{Kind::number, Trap::none, std::to_string(number)} : unsure;
  }
  if (bare.starts_with("0o") && is_all(rest, "01234567")) return unsure;
  if (bare.starts_with("0b") && is_all(rest, "01_")) return unsure;
  const bool digit_first = digits.find(bare[0]) != npos;
  if (digit_first && bare.find('_') != npos && is_all(bare, "0123456789_.")) return unsure;
  if (digit_first && bare[0] == '0' && bare.size() > 1 && is_all(bare, digits)) return unsure;
  return std::nullopt;
}

/// YAML 1.1 wants a point and a sign in a number with an exponent.
bool exponent_is_sure(std::string_view text) {
  const size_t e = text.find_first_of("eE");
  return e == npos || (text.find('.') < e && text.find_first_of("+-", e) == e + 1);
}

/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`, written as JSON has it.
std::optional<PlainScalar> read_decimal(std::string_view text) {
  const std::string_view all = text;
  const bool negative = text[0] == '-';
  const bool sign = take_one(text, "+-");
  std::string_view whole = take(text, digits), fraction;
  if (take_one(text, ".")) fraction = take(text, digits);
  if (whole.empty() && fraction.empty()) return std::nullopt;
  std::string exponent;
  if (take_one(text, "eE")) {
    exponent = "e";
    if (!text.empty() && text[0] == '-') exponent += '-';
    take_one(text, "+-");
    const std::string_view power = take(text, digits);
    if (power.empty()) return std::nullopt;
    exponent += power;
  }
  if (!text.empty()) return std::nullopt;
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  std::string json = std::string(negative ? "-" : "") + (whole.empty() ? "0" : std::string(whole));
  if (!fraction.empty()) json += "." + std::string(fraction);
  const bool sure = exponent_is_sure(all) && !(sign && all[1] == '.');
  return PlainScalar{Kind::number, sure ? Trap::none : Trap::number, json + exponent};
}

std::optional<PlainScalar> read_number(std::string_view text) {
  if (json::number_length(text) == text.size())
    return PlainScalar{Kind::number, exponent_is_sure(text) ? Trap::none : Trap::number};
  if (auto unusual = read_unusual(text)) return unusual;
  if (is_timestamp(text)) return PlainScalar{Kind::opaque, Trap::timestamp};
  return read_decimal(text);
}

constexpr std::array<std::string_view, 4> words_of_1_1{"yes", "no", "on", "off"};

}  // namespace

PlainScalar read_plain(std::string_view text) {
  if (text.empty() || text == "~" || is_word(text, "null")) return {Kind::null};
  if (is_word(text, "true")) return {Kind::boolean, Trap::none, "true"};
  if (is_word(text, "false")) return {Kind::boolean, Trap::none, "false"};
  if (is_one_of(text, words_of_1_1)) return {Kind::opaque, Trap::boolean};
  if (std::string_view("+-.0123456789").find(text[0]) == npos) return {};
  const std::string_view unsigned_text = text.substr(text[0] == '-' || text[0] == '+' ? 1 : 0);
  if (unsigned_text.starts_with('.')) {
    const std::string_view name = unsigned_text.substr(1);
    if (is_word(name, "inf")) return {Kind::opaque, Trap::not_json};
    if (name == "nan" || name == "NaN" || name == "NAN") return {Kind::opaque, Trap::not_json};
  }
  if (auto number = read_number(text)) return *number;
  return {};
}

}  // namespace sfn::yaml
