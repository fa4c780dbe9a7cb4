#include "lint/json/placeholder.h"

#include <algorithm>
#include <array>

#include "lint/characters.h"

namespace sfn::json {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Templates nest a call or two; past this the text is hostile.
constexpr int max_nesting = 64;

size_t matched_end(std::string_view text, size_t at, int nesting);

/// The byte after the quoted text that begins at `at`, whose own placeholders may hold quotes again.
size_t quoted_end(std::string_view text, size_t at, int nesting) {
  for (size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      return i + 1;
    } else if (text[i] == '$' && placeholder_begins(text, i)) {
      i = matched_end(text, i, nesting + 1);
      if (i == npos) return npos;
      --i;
    }
  }
  return npos;
}

size_t matched_end(std::string_view text, size_t at, int nesting) {
  if (nesting > max_nesting) return npos;
  size_t depth = 0;
  for (size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i + 1;
    if (text.substr(i, 2) == "\\\"") {  // quoted text in a JSON string: ${f(\"x\")}
      i = text.find("\\\"", i + 2);
      if (i == npos) return npos;
      ++i;
      continue;
    }
    if (text[i] == '"') {
      i = quoted_end(text, i, nesting);
      if (i == npos) return npos;
      --i;
    }
  }
  return npos;
}

/// The word of the directive whose `%{` is at `at`: "if", "endfor"; empty if there is none.
std::string_view directive_word(std::string_view text, size_t at) {
  if (text.substr(at, 2) != "%{" || (at > 0 && text[at - 1] == '%')) return {};
  std::string_view rest = text.substr(at + 2);
  if (rest.starts_with('~')) rest.remove_prefix(1);
  rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
  const std::string_view word = rest.substr(0, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
  constexpr std::array<std::string_view, 5> words{"if", "else", "endif", "for", "endfor"};
  return std::find(words.begin(), words.end(), word) == words.end() ? std::string_view() : word;
}

}  // namespace

bool placeholder_begins(std::string_view text, size_t at) {
  return text.substr(at, 2) == "${" && (at == 0 || text[at - 1] != '$');
}

size_t find_pseudo_parameter(std::string_view text) {
  constexpr std::string_view opening = "#{AWS::";
  const size_t at = text.find(opening);
  const size_t end = at == npos ? npos : text.find_first_not_of(letters, at + opening.size());
  return end != npos && end > at + opening.size() && text[end] == '}' ? at : npos;
}

bool block_begins(std::string_view text, size_t at) {
  const std::string_view word = directive_word(text, at);
  return word == "if" || word == "for";
}

size_t block_end(std::string_view text, size_t at) {
  size_t depth = 0;
  for (; at != npos; at = text.find("%{", at)) {
    const std::string_view word = directive_word(text, at);
    if (word == "if" || word == "for") ++depth;
    if (word == "endif" || word == "endfor") --depth;
    at = word.empty() ? at + 2 : matched_end(text, at, 0);
    if (depth == 0 || at == npos) return at;
  }
  return npos;
}

size_t placeholder_end(std::string_view text, size_t at) { return matched_end(text, at, 0); }

Templating templating(std::string_view text) {
  if (const size_t at = find_pseudo_parameter(text); at != npos)
    return at == 0 && text.find('}') + 1 == text.size() ? Templating::whole : Templating::part;
  for (size_t at = text.find("${"); at != npos; at = text.find("${", at + 2)) {
    if (!placeholder_begins(text, at)) continue;
    const size_t inside = text.find_first_not_of(blanks, at + 2);
    if (inside == npos || text[inside] == '}') continue;  // `States.Format('${}', $.price)`
    if (at == 0 && placeholder_end(text, at) == text.size()) return Templating::whole;
    if (text.find('}', inside) != npos) return Templating::part;
    break;
  }
  return find_directive(text) == npos ? Templating::none : Templating::part;
}

size_t find_directive(std::string_view text) {
  for (size_t at = text.find("%{"); at != npos; at = text.find("%{", at + 2))
    if (!directive_word(text, at).empty()) return at;
  return npos;
}

}  // namespace sfn::json
