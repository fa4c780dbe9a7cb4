#include <algorithm>
#include <cctype>
#include <string>

#include "lint/json/string.h"
#include "rules/law/mutants.h"

namespace sfn::law {

namespace {

bool is_word_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
}

bool is_word(std::string_view text) {
  return text.size() > 2 && text.size() < 60 && std::all_of(text.begin(), text.end(), is_word_character) &&
         std::isalpha(static_cast<unsigned char>(text[0])) != 0;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 9 && text[0] != '0' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string in_case(std::string text, int (*convert)(int)) {
  for (char& c : text) c = static_cast<char>(convert(static_cast<unsigned char>(c)));
  return text;
}

void mutants_of_word(Value value, const std::string& text, const Mutants& take) {
  const auto become = [&](std::string_view kind, std::string now) {
    if (now != text) take(kind, {set_value(value, json::quote(now))});
  };
  const std::string lower = in_case(text, std::tolower);
  std::string capital = lower, edited = text, doubled = text;
  capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
  become("text-lower-case", lower);
  become("text-upper-case", in_case(text, std::toupper));
  become("text-capital", capital);
  become("text-letter-missing", edited.erase(text.size() / 2, 1));
  become("text-letter-doubled", doubled.insert(text.size() / 2, 1, text[text.size() / 2]));
  if (const size_t dot = text.find('.'); dot != npos) become("text-without-prefix", text.substr(dot + 1));
  become("text-with-blanks", " " + text + " ");
}

std::string escaped_again(std::string_view text) {
  std::string escaped;
  for (const char c : text) escaped.append(c == '\\' || c == '"' ? "\\" : "").append(1, c);
  return escaped;
}

void mutants_of_text(Value value, const std::string& text, const Mutants& take) {
  if (is_number(text)) take("number-unquoted", {set_value(value, text)});
  if (text == "true" || text == "false") take("boolean-unquoted", {set_value(value, text)});
  if (is_word(text)) mutants_of_word(value, text, take);
  if (const std::string again = escaped_again(text); again != text)
    take("escaped-twice", {set_value(value, json::quote(again))});
  take("text-empty", {set_value(value, "\"\"")});
}

}  // namespace

void mutants_of_scalar(Value value, const Mutants& take) {
  if (const auto text = value.literal()) mutants_of_text(value, std::string(*text), take);
  if (value.is_number() || value.is_boolean()) {
    const std::string text(value.text());
    take(value.is_number() ? "number-quoted" : "boolean-quoted", {set_value(value, '"' + text + '"')});
    take("scalar-in-object", {set_value(value, "{\"Value\": " + text + "}")});
  }
  if (value.is_boolean())
    take("boolean-flipped", {set_value(value, value.text() == "true" ? "false" : "true")});
  if (value.is_number()) take("number-negative", {set_value(value, "-" + std::string(value.text()))});
  if (value.is_number()) take("number-fraction", {set_value(value, std::string(value.text()) + ".5")});
}

}  // namespace sfn::law
