#include "lint/json/number.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "lint/characters.h"

namespace sfn::json {
namespace {

size_t skip_digits(std::string_view text, size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// 0x1F as a decimal number, where every reader takes it exactly.
std::optional<std::string> hexadecimal(std::string_view digits) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (error != std::errc() || end != digits.data() + digits.size() || number > 9007199254740991u)
    return std::nullopt;
  return fmt::format("{}", number);
}

/// The token with a digit on both sides of its point and without leading zeros.
std::string completed(std::string_view token) {
  std::string number;
  if (token.starts_with('-')) number += '-';
  if (token.starts_with('-') || token.starts_with('+')) token.remove_prefix(1);
  const size_t whole = skip_digits(token, 0);
  const size_t zeros = std::min(token.find_first_not_of('0'), whole);
  number += zeros < whole ? token.substr(zeros, whole - zeros) : "0";
  token.remove_prefix(whole);
  number += token;
  const size_t point = number.find('.');
  if (point != std::string::npos && skip_digits(number, point + 1) == point + 1)
    number.insert(point + 1, "0");
  return number;
}

std::string_view reason(std::string_view token) {
  if (token.starts_with('+')) return "a JSON number cannot have a plus sign";
  if (token.starts_with('-')) token.remove_prefix(1);
  if (token.starts_with('.')) return "a JSON number needs a digit before its decimal point";
  if (token.size() > 1 && token[0] == '0' && is_digit(token[1]))
    return "a JSON number cannot have a leading zero";
  const size_t point = token.find('.');
  if (point != std::string_view::npos && skip_digits(token, point + 1) == point + 1)
    return "a JSON number needs a digit after its decimal point";
  return {};
}

bool names_no_number(std::string_view token) {
  if (token.starts_with('-') || token.starts_with('+')) token.remove_prefix(1);
  return token == "NaN" || token == "nan" || token == "Infinity" || token == "Inf" || token == "inf";
}

std::optional<BadNumber> judge_hexadecimal(std::string_view token, std::string_view unsigned_token) {
  auto meant = hexadecimal(unsigned_token.substr(2));
  if (meant && token.starts_with('-')) meant->insert(0, "-");
  std::string message =
      fmt::format("`{}` is not a JSON number, because JSON has only decimal numbers", token);
  if (meant) message += fmt::format("; write `{}`", *meant);
  return BadNumber{message, meant};
}

}  // namespace

size_t number_length(std::string_view text) {
  size_t at = text.starts_with('-') ? 1 : 0;
  if (at >= text.size() || !is_digit(text[at])) return 0;
  at = text[at] == '0' ? at + 1 : skip_digits(text, at);
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) at = skip_digits(text, at + 1);
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    size_t exponent = at + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    if (exponent < text.size() && is_digit(text[exponent])) at = skip_digits(text, exponent);
  }
  return at;
}

std::optional<BadNumber> judge_number(std::string_view token) {
  if (names_no_number(token))
    return BadNumber{fmt::format("JSON does not have `{}`; write a number or a string", token), std::nullopt};
  std::string_view body = token;
  if (body.starts_with('-') || body.starts_with('+')) body.remove_prefix(1);
  if (body.starts_with("0x") || body.starts_with("0X")) return judge_hexadecimal(token, body);
  if (token.empty() || (!is_digit(token[0]) && token[0] != '-' && token[0] != '+' && token[0] != '.'))
    return std::nullopt;
  const std::string_view why = reason(token);
  const std::string meant = completed(token);
  const bool has_digit = std::any_of(body.begin(), body.end(), is_digit);
  if (why.empty() || !has_digit || number_length(meant) != meant.size())
    return BadNumber{fmt::format("`{}` is not a number", token), std::nullopt};
  return BadNumber{fmt::format("{}; write `{}` as `{}`", why, token, meant), meant};
}

}  // namespace sfn::json
