#include "lint/asl/recognise.h"

#include <algorithm>
#include <iterator>

#include "lint/asl/intrinsic/functions.h"
#include "lint/asl/intrinsic/intrinsic.h"
#include "lint/asl/path/embedded.h"
#include "lint/asl/path/path.h"
#include "lint/characters.h"

namespace sfn::asl {

namespace {

bool begins_name(char c) { return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

// `$.5` is a price, `$[0-9]` a part of a regular expression.
bool looks_like_path(std::string_view text) {
  const auto parsed = path::parse(text);
  if (!parsed || parsed.outer_blank || parsed.path.steps.empty()) return false;
  if (!path::embedded(text).empty()) return false;  // two in one
  if (parsed.path.root == path::Root::variable) return false;
  const path::Step& first = parsed.path.steps.front();
  if (first.kind == path::Step::Kind::member)
    return !first.text.empty() && begins_name(first.text.front()) && !stray_character(text, parsed.path);
  const bool bracket = first.written == path::Step::Written::bracket;
  return bracket && (first.kind == path::Step::Kind::index || first.kind == path::Step::Kind::wildcard);
}

bool looks_like_call(std::string_view text) {
  return text.starts_with("States.") && static_cast<bool>(intrinsic::parse(text));
}

}  // namespace

bool looks_evaluated(std::string_view text) {
  return path::begins_as_path(text) ? looks_like_path(text) : looks_like_call(text);
}

bool can_be_evaluated(std::string_view text) {
  if (path::begins_as_path(text)) return looks_like_path(text);
  const auto parsed = intrinsic::parse(text);
  return parsed && intrinsic::find_function(parsed.call->name);
}

bool is_never_data(std::string_view text) {
  return (text.starts_with("$$.") || text.starts_with("States.")) && looks_evaluated(text);
}

bool is_sample_blank(std::string_view text) {
  struct Delimiters {
    std::string_view open, close;
  };
  constexpr Delimiters blanks[] = {{"%", "%"}, {"<", ">"}, {"{{", "}}"}, {"[[", "]]"}, {"#{", "}"}};
  return std::any_of(std::begin(blanks), std::end(blanks), [&](const Delimiters& blank) {
    return text.size() > blank.open.size() + blank.close.size() && text.starts_with(blank.open) &&
           text.ends_with(blank.close);
  });
}

bool may_hold_blank(std::string_view text) {
  if (text.size() > 2 && text.front() == '_' && text.back() == '_') return true;
  const auto marks_blank = [](char c) {
    return c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '$' || c == '%' ||
           c == '*';
  };
  return std::any_of(text.begin(), text.end(), marks_blank) || text.find("@@") != text.npos;
}

}  // namespace sfn::asl
