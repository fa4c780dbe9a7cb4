#include "lint/templates/directive.h"

#include <algorithm>
#include <array>

namespace sfn::templates {

namespace {

constexpr auto npos = std::string_view::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// What stands behind the opening, its `-` or `+` and blanks left out.
std::string_view inside(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+') || text.starts_with('~')) text.remove_prefix(1);
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

bool is_statement(std::string_view text) {
  constexpr std::array<std::string_view, 26> words{
      "if",       "elif",    "elsif",  "else",   "endif",   "for",      "endfor",  "set",     "endset",
      "include",  "import",  "from",   "macro",  "endmacro", "block",   "endblock", "extends", "raw",
      "endraw",   "with",    "endwith", "filter", "endfilter", "call",   "endcall", "assign"};
  const auto end = std::find_if_not(text.begin(), text.end(), is_letter);
  const std::string_view word = text.substr(0, static_cast<size_t>(end - text.begin()));
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_output(std::string_view text) {
  if (text.empty() || text.starts_with("resolve:")) return false;
  return is_letter(text[0]) || std::string_view(".$#/^!>&(").find(text[0]) != npos;
}

/// Of the directive that `line` begins with; 0 if there is none.
size_t length_of(std::string_view line) {
  const std::string_view begin = line.substr(0, 2), text = inside(line.substr(std::min<size_t>(2, line.size())));
  const bool statement = begin == "{%" && is_statement(text), output = begin == "{{" && is_output(text);
  if (!statement && !output && begin != "<%") return 0;
  const size_t end = line.find(output ? "}}" : "%}", 2), erb = line.find("%>", 2);
  const size_t close = begin == "<%" ? erb : end;
  return close == npos ? 0 : close + 2;
}

/// Behind the text in quotes that begins at `at`; the end of the line if it is not closed there.
size_t quoted_end(std::string_view line, size_t at) {
  const char quote = line[at];
  for (size_t i = at + 1; i < line.size(); ++i) {
    if (line[i] == '\\' && quote == '"') ++i;
    else if (line[i] == quote) return i + 1;
  }
  return line.size();
}

std::optional<Span> find_in(std::string_view line, size_t offset) {
  for (size_t at = 0; at < line.size();) {
    const bool blank_before = at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t';
    if (line[at] == '#' && blank_before) break;
    if (const size_t length = length_of(line.substr(at)))
      return Span{static_cast<uint32_t>(offset + at), static_cast<uint32_t>(offset + at + length)};
    at = line[at] == '"' ? quoted_end(line, at) : at + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Span> find_directive(std::string_view text) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (const auto found = find_in(text.substr(begin, end - begin), begin)) return found;
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace sfn::templates
