#include "schemas/java_names.h"

#include <algorithm>
#include <vector>

namespace sfn::schemas::java {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

using Breaks = bool (*)(std::string_view text, size_t at);

/// A blank before each place that `breaks` names.
std::string spaced(std::string_view text, Breaks breaks) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && breaks(text, i)) out += ' ';
    out += text[i];
  }
  return out;
}

char at(std::string_view text, size_t i) { return i < text.size() ? text[i] : ' '; }

/// `TestV4` is `Test V4`, and `SESv2` is `SES v2`.
bool at_version(std::string_view text, size_t i) {
  if (i < 2 || !is_digit(at(text, i + 1))) return false;
  const char a = text[i - 1], b = text[i - 2];
  return text[i] == 'v' ? !is_lower(a) && !is_lower(b) : text[i] == 'V' && !is_upper(a) && !is_upper(b);
}

bool between_words(std::string_view text, size_t i) {
  const char next = at(text, i + 1);
  return is_lower(text[i - 1]) && is_upper(text[i]) && (is_upper(next) || is_lower(next) || is_digit(next));
}

bool after_acronym(std::string_view text, size_t i) {
  return is_upper(text[i - 1]) && is_upper(text[i]) && is_lower(at(text, i + 1));
}

bool after_number(std::string_view text, size_t i) {
  return is_digit(text[i - 1]) && (is_upper(text[i]) || is_lower(text[i]));
}

std::string pascal_case(std::string_view name) {
  std::string words(name);
  for (char& c : words)
    if (!is_upper(c) && !is_lower(c) && !is_digit(c)) c = ' ';
  for (const Breaks breaks : {at_version, between_words, after_acronym, after_number})
    words = spaced(words, breaks);
  std::string joined;
  bool begins = true;
  for (const char c : words) {
    if (c != ' ') joined += begins ? upper(c) : lower(c);
    begins = c == ' ';
  }
  return joined;
}

bool remove_suffix(std::string& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.resize(text.size() - suffix.size());
  return true;
}

}  // namespace

std::string capitalized(std::string_view name) {
  std::string text(name);
  if (!text.empty()) text[0] = upper(text[0]);
  return text;
}

std::string service(std::string_view service_id) {
  std::string name = pascal_case(service_id);
  for (const std::string_view prefix : {"Amazon", "Aws"})
    if (name.starts_with(prefix)) name.erase(0, prefix.size());
  remove_suffix(name, "Service");
  return name;
}

std::string action(std::string_view operation) {
  std::string text(operation);
  if (!text.empty()) text[0] = lower(text[0]);
  return text;
}

std::string member(std::string_view name) {
  std::string text = capitalized(name);
  for (size_t i = 1; is_upper(at(name, i)) && !is_lower(at(name, i + 1)); ++i) text[i] = lower(text[i]);
  return text;
}

std::string exception(std::string_view shape) {
  std::string text(shape);
  if (!remove_suffix(text, "Fault")) remove_suffix(text, "Exception");
  return pascal_case(text) + "Exception";
}

bool is_reserved(std::string_view member) {
  static constexpr std::string_view words[] = {
      "Abstract",  "Assert",    "Boolean",  "Break",     "Byte",     "Case",       "Catch",  "Char",
      "Class",     "Const",     "Continue", "Default",   "Do",       "Double",     "Else",   "Enum",
      "Equals",    "Extends",   "Final",    "Finally",   "Float",    "For",        "Goto",   "If",
      "Import",    "Int",       "Long",     "Interface", "HashCode", "Native",     "New",    "Notify",
      "NotifyAll", "Null",      "Package",  "Private",   "Public",   "Protected",  "Return", "Short",
      "Static",    "Strictfp",  "Super",    "Switch",    "This",     "Throw",      "Throws", "Transient",
      "ToString",  "Try",       "Void",     "Volatile",  "While",    "Implements", "True",   "False",
      "Wait",      "Instanceof"};
  return std::find(std::begin(words), std::end(words), member) != std::end(words);
}

}  // namespace sfn::schemas::java
