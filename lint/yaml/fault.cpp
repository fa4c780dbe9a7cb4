#include "lint/yaml/fault.h"

#include <algorithm>
#include <string>

#include "lint/json/placeholder.h"
#include "lint/json/string.h"
#include "lint/yaml/pieces.h"

namespace sfn::yaml {
namespace {

using json::Fault;

/// libyaml compares each `%TAG` with all before it.
constexpr size_t most_tag_directives = 100;

Span character(std::string_view text, uint32_t at) {
  const auto size = static_cast<uint32_t>(text.size());
  at = std::min(at, size);
  const auto length = static_cast<uint32_t>(json::character_length(text, at));
  return {at, std::min(at + std::max(length, 1u), size)};
}

Span to_line_end(std::string_view text, uint32_t at) {
  uint32_t end = std::min(at, static_cast<uint32_t>(text.size()));
  while (end < text.size() && break_length(text, end) == 0) ++end;
  while (end > at && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  return {at, end};
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != npos; }

Fault cannot_begin(std::string_view text, uint32_t at) {
  const Span span = character(text, at);
  const std::string_view found = text.substr(span.begin, span.end - span.begin);
  if (found == "\t")
    return {Fault::Kind::tab, span, "a tab cannot be used for indentation in YAML; use blanks"};
  return {Fault::Kind::indicator, span,
          "unquoted text cannot begin with `" + std::string(found) + "` in YAML; put it in quotes"};
}

Fault bad_escape(std::string_view text, uint32_t at) {
  const Span span{at, std::min(at + 2, static_cast<uint32_t>(text.size()))};
  const std::string escape(text.substr(span.begin, span.end - span.begin));
  if (escape == "\\u")
    return {Fault::Kind::bad_escape,
            {at, std::min(at + 6, static_cast<uint32_t>(text.size()))},
            "`\\u` needs four hexadecimal digits of a whole character, because YAML does not allow surrogate "
            "pairs; write the character, or `\\U` and eight digits"};
  return {Fault::Kind::bad_escape, span,
          "`" + escape + "` is not a YAML escape; write `\\\\` for a backslash, or use single quotes"};
}

/// The byte where the escape begins that libyaml stopped in.
uint32_t backslash_before(std::string_view text, uint32_t at) {
  for (uint32_t i = std::min(at, static_cast<uint32_t>(text.size()) - 1); at - i < 10; --i) {
    if (text[i] == '\\') return i;
    if (i == 0) break;
  }
  return at;
}

Fault in_quoted(std::string_view text, const Problem& problem) {
  if (has(problem.problem, "end of stream") || has(problem.problem, "document indicator"))
    return {Fault::Kind::unclosed_string, character(text, problem.context_at),
            "this quoted text is never closed"};
  if (has(problem.problem, "escape") || has(problem.problem, "hexdecimal"))
    return bad_escape(text, backslash_before(text, problem.at));
  return {Fault::Kind::unexpected, character(text, problem.at), std::string(problem.problem)};
}

Fault with_bracket(Fault fault, const Problem& problem, std::string note) {
  fault.related = Span{problem.context_at, problem.context_at + 1};
  fault.note = std::move(note);
  return fault;
}

Fault unexpected(std::string_view text, const Problem& problem) {
  const Span here = character(text, problem.at);
  const Fault::Kind kind = here.begin == here.end ? Fault::Kind::truncated : Fault::Kind::unexpected;
  const std::string_view said = problem.problem;
  if (has(said, "',' or ']'"))
    return with_bracket({kind, here, "expected `,` or `]`"}, problem, "the list starts here");
  if (has(said, "',' or '}'"))
    return with_bracket({kind, here, "expected `,` or `}`"}, problem, "the mapping starts here");
  if (has(said, "did not find expected key"))
    return with_bracket({kind, here, "expected a key with the same indentation as the previous keys"},
                        problem, "the mapping starts here");
  if (has(said, "'-' indicator"))
    return with_bracket({kind, here, "expected `- ` with the same indentation as the previous items"},
                        problem, "the list starts here");
  if (has(said, "expected node content")) return {kind, here, "expected a key or a value"};
  if (has(said, "mapping values are not allowed"))
    return {kind, here,
            "this `:` makes a key where none is allowed; put the text in quotes, or fix the indentation"};
  if (has(said, "could not find expected ':'"))
    return {kind, to_line_end(text, problem.context_at), "expected `:` after this key"};
  if (has(said, "block sequence entries are not allowed"))
    return {kind, here,
            "this `-` makes an item where none is allowed; fix the indentation, or put the text in quotes"};
  if (has(said, "mapping keys are not allowed"))
    return {kind, here, "this `?` makes a key where none is allowed; put the text in quotes"};
  if (has(said, "tab character")) {
    const size_t tab = text.find('\t', problem.at);
    const auto at = tab == npos ? problem.at : static_cast<uint32_t>(tab);
    return {Fault::Kind::tab, character(text, at),
            "a tab cannot be used for indentation in YAML; use blanks"};
  }
  return {kind, here, std::string(said)};
}

}  // namespace

json::Fault explain(std::string_view text, const Problem& problem) {
  if (const size_t directive = json::find_directive(text); directive != npos) {
    const auto at = static_cast<uint32_t>(directive);
    return {Fault::Kind::template_directive,
            {at, at + 2},
            "templates with `%{` directives can only be read in JSON; check the rendered text instead"};
  }
  const std::string_view said = problem.problem;
  if (has(said, "control characters"))
    return {Fault::Kind::raw_control, character(text, problem.at),
            "YAML does not allow this control character"};
  if (has(said, "UTF-8") || has(said, "Unicode character") || has(said, "trailing UTF"))
    if (problem.context.empty())
      return {Fault::Kind::bad_utf8, character(text, problem.at), "these bytes are not valid UTF-8"};
  if (has(problem.context, "quoted scalar")) return in_quoted(text, problem);
  if (has(problem.context, "an alias") || has(problem.context, "an anchor"))
    return cannot_begin(text, problem.context_at);
  if (has(said, "cannot start any token")) return cannot_begin(text, problem.at);
  return unexpected(text, problem);
}

std::optional<json::Fault> not_readable(std::string_view text) {
  if (text.size() > UINT32_MAX - Source::slack)
    return Fault{Fault::Kind::too_large, {0, 0}, "this file is larger than 4 GiB"};
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    return Fault{Fault::Kind::wrong_encoding, {0, 2}, "this file is UTF-16 or UTF-32; convert it to UTF-8"};
  if (const size_t nul = text.find('\0'); nul != npos) {
    const auto at = static_cast<uint32_t>(nul);
    return Fault{
        Fault::Kind::wrong_encoding, {at, at + 1}, "this is a NUL byte, so the file is binary, not text"};
  }
  size_t directives = 0;
  for (size_t at = text.find("%TAG"); at != npos; at = text.find("%TAG", at + 1))
    if (at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r')
      if (++directives > most_tag_directives)
        return Fault{Fault::Kind::too_large,
                     {static_cast<uint32_t>(at), static_cast<uint32_t>(at) + 4},
                     "there are more than 100 `%TAG` directives"};
  return std::nullopt;
}

}  // namespace sfn::yaml
