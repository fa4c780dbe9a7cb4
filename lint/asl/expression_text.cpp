#include "lint/asl/expression_text.h"

#include "lint/asl/jsonata/quoted.h"
#include "lint/asl/path/embedded.h"
#include "lint/asl/task_token.h"

namespace sfn::asl {

namespace {

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_intrinsic_call(std::string_view text) {
  if (!text.starts_with("States.") || !text.ends_with(")")) return false;
  const size_t open = text.find('(');
  return open != std::string_view::npos && open > 7 &&
         text.substr(7, open - 7)
                 .find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") ==
             std::string_view::npos;
}

}  // namespace

bool looks_like_path(std::string_view text) {
  if (text.find_first_of(" \t\n") != std::string_view::npos && !text.starts_with("States.")) return false;
  if (is_intrinsic_call(text)) return true;
  if (!asl::path::embedded(text).empty()) return false;  // path/path-inside-text
  if (text.starts_with("$$.")) text.remove_prefix(1);
  if (text.starts_with("$['")) return text.ends_with("']");
  return text.size() > 2 && text.starts_with("$.") && is_name_start(text[2]);
}

bool is_never_data(std::string_view text) {
  return looks_like_path(text) && (text.starts_with("$$.") || text.starts_with("States."));
}

std::string intrinsic_text(std::string_view text) { return asl::path::quoted_argument(text); }

std::optional<std::string> intrinsic_array(Value array) {
  std::string call = "States.Array(";
  for (Value item : array) {
    const auto text = item.literal();
    if (!text) return std::nullopt;
    if (call.back() != '(') call += ", ";
    if (looks_like_path(*text)) call += *text;
    else if (find_token(*text)) call += intrinsic_around_token(*text);
    else if (const auto paths = asl::path::embedded(*text); !paths.empty())
      call += asl::path::format_call(*text, paths);
    else call += intrinsic_text(*text);
  }
  return call + ")";
}

std::string intrinsic_around_token(std::string_view text) {
  const auto token = find_token(text);
  if (!token || is_token(text)) return std::string(token_path);
  std::string before = intrinsic_text(text.substr(0, token->begin));
  std::string after = intrinsic_text(text.substr(token->end));
  before.pop_back();
  return "States.Format(" + before + "{}" + after.substr(1) + ", " + std::string(token_path) + ")";
}

std::string jsonata_around_token(std::string_view text) {
  const auto token = find_token(text);
  std::string expression = "{% ";
  if (token && token->begin > 0) expression += asl::jsonata::quoted(text.substr(0, token->begin)) + " & ";
  expression += token_expression;
  if (token && token->end < text.size()) expression += " & " + asl::jsonata::quoted(text.substr(token->end));
  return expression + " %}";
}

}  // namespace sfn::asl
