#include "rules/path/shared/templates.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "lint/asl/intrinsic/checks.h"
#include "lint/asl/intrinsic/functions.h"
#include "lint/asl/intrinsic/intrinsic.h"
#include "lint/asl/path/embedded.h"
#include "lint/asl/path/path.h"
#include "rules/path/shared/parts.h"

namespace sfn::rules::path {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// `$.5` is a price, `$[0-9]` a part of a regular expression.
bool looks_like_path(std::string_view text) {
  const auto parsed = asl::path::parse(text);
  if (!parsed || parsed.outer_blank || parsed.path.steps.empty()) return false;
  if (!asl::path::embedded(text).empty()) return false;  // two in one: path/path-inside-text
  if (parsed.path.root == asl::path::Root::variable) return false;
  const asl::path::Step& first = parsed.path.steps.front();
  if (first.kind == asl::path::Step::Kind::member)
    return !first.text.empty() && is_letter(first.text.front()) && !stray_character(text, parsed.path);
  const bool bracket = first.written == asl::path::Step::Written::bracket;
  return bracket &&
         (first.kind == asl::path::Step::Kind::index || first.kind == asl::path::Step::Kind::wildcard);
}

bool looks_like_call(std::string_view text) {
  if (!text.starts_with("States.")) return false;
  const auto parsed = asl::intrinsic::parse(text);
  return parsed && asl::intrinsic::find_function(parsed.call->name);
}

// An item as an argument of States.Array; empty for what cannot be one.
std::string argument(Value item) {
  if (item.is_number() || item.is_boolean() || item.is_null()) return std::string(item.text());
  const auto text = item.literal();
  if (!text) return {};
  if (looks_evaluated(*text)) return std::string(*text);
  const auto paths = asl::path::embedded(*text);
  if (!paths.empty() && asl::intrinsic::begins_as_call(*text)) return {};  // a call that is none
  return paths.empty() ? asl::path::quoted_argument(*text) : asl::path::format_call(*text, paths);
}

// Members of AWS APIs that are themselves paths, queries or patterns.
constexpr std::string_view path_members[] = {"InputPath",  "InputPathsMap", "InputTransformer",
                                             "OutputPath", "JsonPath",      "JSONPath",
                                             "Pattern",    "Regex",         "Definition"};

}  // namespace

const asl::Field* template_field(const asl::Construct& construct, Value member) {
  const asl::Field* field = asl::find_field(construct.kind, member.name());
  if (!field || !field->in(construct.language)) return nullptr;
  const bool holds = field->content == asl::Content::payload || field->content == asl::Content::assignments;
  return holds ? field : nullptr;
}

void drop_suffix(Value member, Diagnostic& found) {
  const std::string_view name = member.name();
  const std::string_view plain = name.substr(0, name.size() - suffix.size());
  if (plain.empty() || member.parent().has(plain)) return;
  // A text, or what holds one, may be a path that lost its form: without the suffix it would be sent as text.
  const bool certain = member.is_number() || member.is_boolean() || member.is_null();
  found.offer(fmt::format("rename to `{}`", plain), certain ? Safety::safe : Safety::unsafe,
              {rename_key(member, std::string(plain))});
}

bool looks_evaluated(std::string_view text) {
  return asl::path::begins_as_path(text) ? looks_like_path(text) : looks_like_call(text);
}

Value top(const asl::Expression& expression) {
  Value at = expression.value;
  while (at && !(at.parent() == expression.construct.value)) at = at.parent();
  return at;
}

bool takes_paths_as_text(const asl::Expression& expression) {
  for (Value at = expression.value; at && !(at == expression.construct.value); at = at.parent()) {
    const auto named = [&](std::string_view name) { return at.name() == name; };
    if (at.name().ends_with("xpression") ||
        std::any_of(std::begin(path_members), std::end(path_members), named))
      return true;
  }
  return false;
}

bool is_blank(std::string_view text) {
  struct Delimiters {
    std::string_view open, close;
  };
  constexpr Delimiters blanks[] = {{"%", "%"}, {"<", ">"}, {"{{", "}}"}, {"[[", "]]"}, {"#{", "}"}};
  return std::any_of(std::begin(blanks), std::end(blanks), [&](const Delimiters& blank) {
    return text.size() > blank.open.size() + blank.close.size() && text.starts_with(blank.open) &&
           text.ends_with(blank.close);
  });
}

std::string array_call(Value array) {
  std::string call;
  for (const Value item : array) {
    const std::string one = argument(item);
    if (one.empty()) return {};
    call += (call.empty() ? "States.Array(" : ", ") + one;
  }
  call += ")";
  const auto parsed = asl::intrinsic::parse(call);
  return parsed && asl::intrinsic::needs_brackets(*parsed.call).empty() ? call : std::string();
}

}  // namespace sfn::rules::path
