#include "lint/templates/directive.h"
#include "lint/characters.h"

#include <algorithm>
#include <array>

namespace sfn::templates {

namespace {

bool begins_name(char c) { return is_letter(c) || c == '_'; }

/// What stands behind the opening, its `-` or `+` and blanks left out.
std::string_view inside(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+') || text.starts_with('~')) text.remove_prefix(1);
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

bool is_statement(std::string_view text) {
  constexpr std::array<std::string_view, 26> words{
      "if",      "elif",   "elsif",   "else",   "endif",     "for",   "endfor",   "set",     "endset",
      "include", "import", "from",    "macro",  "endmacro",  "block", "endblock", "extends", "raw",
      "endraw",  "with",   "endwith", "filter", "endfilter", "call",  "endcall",  "assign"};
  const auto end = std::find_if_not(text.begin(), text.end(), is_letter);
  const std::string_view word = text.substr(0, static_cast<size_t>(end - text.begin()));
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_output(std::string_view text) {
  if (text.empty() || text.starts_with("resolve:")) return false;
  return begins_name(text[0]) || std::string_view(".$#/^!>&(").find(text[0]) != npos;
}

/// Where the last closing delimiters of a line are: no directive ends behind them, so that no search for an
/// end is in vain and the time stays linear.
struct LastClosings {
  explicit LastClosings(std::string_view line)
      : output(line.rfind("}}")), statement(line.rfind("%}")), erb(line.rfind("%>")) {}
  size_t output, statement, erb;
};

/// The end of the directive that begins at `at`; npos if there is none.
size_t directive_end(std::string_view line, size_t at, const LastClosings& last) {
  const std::string_view begin = line.substr(at, 2);
  if (begin != "{{" && begin != "{%" && begin != "<%") return npos;
  const size_t closing = begin == "{{" ? last.output : begin == "{%" ? last.statement : last.erb;
  if (closing == npos || closing < at + 2) return npos;
  const std::string_view text = inside(line.substr(at + 2));
  if ((begin == "{{" && !is_output(text)) || (begin == "{%" && !is_statement(text))) return npos;
  return line.find(begin == "{{" ? "}}" : begin == "{%" ? "%}" : "%>", at + 2) + 2;
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
  const LastClosings last(line);
  for (size_t at = 0; at < line.size();) {
    const bool blank_before = at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t';
    if (line[at] == '#' && blank_before) break;
    if (const size_t end = directive_end(line, at, last); end != npos)
      return Span{static_cast<uint32_t>(offset + at), static_cast<uint32_t>(offset + end)};
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
