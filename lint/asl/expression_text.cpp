#include "lint/asl/expression_text.h"

#include "lint/asl/intrinsic/checks.h"
#include "lint/asl/intrinsic/intrinsic.h"
#include "lint/asl/jsonata/quoted.h"
#include "lint/asl/path/embedded.h"
#include "lint/asl/recognise.h"
#include "lint/asl/task_token.h"

namespace sfn::asl {

namespace {

// An item as an argument of States.Array; absent for what cannot be one.
std::optional<std::string> argument(Value item) {
  if (item.is_number() || item.is_boolean() || item.is_null()) return std::string(item.text());
  const auto text = item.literal();
  if (!text) return std::nullopt;
  if (looks_evaluated(*text)) return std::string(*text);
  if (find_token(*text)) return intrinsic_around_token(*text);
  const auto paths = path::embedded(*text);
  if (!paths.empty() && intrinsic::begins_as_call(*text)) return std::nullopt;  // a call that does not parse
  return paths.empty() ? intrinsic_text(*text) : path::format_call(*text, paths);
}

}  // namespace

std::string intrinsic_text(std::string_view text) { return path::quoted_argument(text); }

std::optional<std::string> array_call(Value array) {
  std::string call;
  for (const Value item : array) {
    const auto one = argument(item);
    if (!one) return std::nullopt;
    call += (call.empty() ? "States.Array(" : ", ") + *one;
  }
  if (call.empty()) return std::nullopt;
  call += ")";
  const auto parsed = intrinsic::parse(call);
  return parsed && intrinsic::needs_brackets(*parsed.call).empty() ? std::optional(call) : std::nullopt;
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
  if (token && token->begin > 0) expression += jsonata::quoted(text.substr(0, token->begin)) + " & ";
  expression += token_expression;
  if (token && token->end < text.size()) expression += " & " + jsonata::quoted(text.substr(token->end));
  return expression + " %}";
}

}  // namespace sfn::asl
