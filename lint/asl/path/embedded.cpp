#include "lint/asl/path/embedded.h"

#include <algorithm>
#include <iterator>

#include "lint/asl/context_object.h"
#include "lint/asl/path/parser.h"
#include "lint/asl/path/path.h"

namespace sfn::asl::path {
namespace {

// What a name may begin with.
bool begins_name(char c) { return is_word(c) && !is_digit(c); }

size_t name_end(std::string_view text, size_t at) {
  if (at >= text.size() || !begins_name(text[at])) return at;
  while (at < text.size() && is_word(text[at])) ++at;
  return at;
}

// The end of `[0]` or `['a']`; `at` where it is neither.
size_t bracket_end(std::string_view text, size_t at) {
  if (at + 2 >= text.size() || text[at] != '[') return at;
  if (text[at + 1] == '\'') {
    const size_t end = text.find("']", at + 2);
    return end == std::string_view::npos ? at : end + 2;
  }
  size_t end = at + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end > at + 1 && end < text.size() && text[end] == ']' ? end + 1 : at;
}

// Behind the names and brackets from `at` on. A dot that no name follows ends a sentence.
size_t steps_end(std::string_view text, size_t at) {
  for (;;) {
    size_t end = bracket_end(text, at);
    if (end == at && at < text.size() && text[at] == '.') {
      end = name_end(text, at + 1);
      if (end == at + 1) end = at;
    }
    if (end == at) return at;
    at = end;
  }
}

// `json_extract(row, '$.a')`, `data->'$.a'`: the argument of a function or operator of another language.
bool quoted_as_argument(std::string_view text, size_t at) {
  if (at == 0 || (text[at - 1] != '\'' && text[at - 1] != '"')) return false;
  size_t before = at - 1;
  if (before > 0 && text[before - 1] == '\\') --before;
  while (before > 0 && text[before - 1] == ' ') --before;
  if (before == 0) return false;
  const char c = text[before - 1];
  return c == '(' || c == '>' || (c == ',' && text.find('(') != std::string_view::npos);
}

bool may_begin(std::string_view text, size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (before == '_') return true;
  return !is_word(before) && std::string_view("\\$<{^@%+*]").find(before) == std::string_view::npos &&
         !quoted_as_argument(text, at);
}

// `$$` is the number of a shell's process too: only names that the context object has.
bool is_context_field(std::string_view text) {
  const Parsed parsed = parse(text);
  if (!parsed) return false;
  const auto reading = context_object::read(leading_members(parsed.path));
  return reading.field && !reading.unknown;
}

// The end of the path that begins at `at`; `at` where there is none.
size_t path_end(std::string_view text, size_t at) {
  const bool context = text.substr(at).starts_with("$$");
  const size_t root = at + (context ? 2 : 1);
  const size_t end = steps_end(text, root);
  if (end == root || (!context && bracket_end(text, root) != root && text[root + 1] != '\'')) return at;
  // A call (`$.ajax(`) or a wildcard.
  const std::string_view rest = text.substr(end);
  for (const std::string_view other : {"(", "[", ".*", ".."})
    if (rest.starts_with(other)) return at;
  return !context || is_context_field(text.substr(at, end - at)) ? end : at;
}

// `$.a`, `$.a-b`, `$.a[?(@.b == $.c)]` and the like; Jayway would read `$.a/$.b` as one path too.
bool is_one_path(std::string_view text, const std::vector<Span>& found) {
  const Parsed parsed = parse(text);
  if (!parsed) return false;
  const auto is_filter = [](const Step& step) { return step.kind == Step::Kind::filter; };
  if (std::any_of(parsed.path.steps.begin(), parsed.path.steps.end(), is_filter)) return true;
  return found.size() == 1 && found.front().begin == 0;
}

bool holds(std::string_view text, std::string_view word) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

// Languages that have paths of this form themselves.
bool other_language(std::string_view text) {
  constexpr std::string_view words[] = {"json_",  "jsonpath", "json_path", "jq ",       "select ",
                                        "where ", "=> ",      "function(", "jsonquery", "openjson"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return holds(text, word); });
}

Span span(size_t begin, size_t end) { return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}; }

}  // namespace

std::vector<Span> embedded(std::string_view text) {
  std::vector<Span> found;
  for (size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
    const size_t end = may_begin(text, at) ? path_end(text, at) : at;
    if (end == at) continue;
    found.push_back(span(at, end));
    at = end - 1;
  }
  if (found.empty() || is_one_path(text, found) || other_language(text)) return {};
  return found;
}

std::vector<Span> embedded_states(std::string_view text) {
  constexpr std::string_view root = "$states.";
  std::vector<Span> found;
  for (size_t at = text.find(root); at != std::string_view::npos; at = text.find(root, at + 1)) {
    const size_t name = at + root.size();
    const std::string_view member = text.substr(name, name_end(text, name) - name);
    const bool known =
        member == "input" || member == "context" || member == "result" || member == "errorOutput";
    if (!known || (at > 0 && (is_word(text[at - 1]) || text[at - 1] == '\\'))) continue;
    const size_t end = steps_end(text, name + member.size());
    if (text.substr(end).starts_with('(')) continue;
    found.push_back(span(at, end));
    at = end - 1;
  }
  return found;
}

bool may_hold_path(std::string_view text) {
  for (const std::string_view part : {"$.", "$$", "$[", "States."})
    if (text.find(part) != std::string_view::npos) return true;
  return false;
}

std::string quoted_argument(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\' || c == '{' || c == '}') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

std::string format_call(std::string_view text, const std::vector<Span>& paths) {
  std::string pattern = "'", arguments;
  size_t at = 0;
  for (const Span& path : paths) {
    const std::string piece = quoted_argument(text.substr(at, path.begin - at));
    pattern += piece.substr(1, piece.size() - 2) + "{}";
    arguments += ", " + std::string(text.substr(path.begin, path.end - path.begin));
    at = path.end;
  }
  return "States.Format(" + pattern + quoted_argument(text.substr(at)).substr(1) + arguments + ")";
}

}  // namespace sfn::asl::path
