#include "lint/asl/task_token_fix.h"

#include <fmt/core.h>

#include "lint/asl/expression_text.h"
#include "lint/asl/recognise.h"
#include "lint/json/json_text.h"

namespace sfn::asl {

using json::quote;

using json::quote;

namespace {

// Inside an expression only the path is wrong.
void fix_expression(asl::QueryLanguage language, Value value, Diagnostic& found) {
  auto wrong = find_misspelled(value.text());
  if (!wrong) wrong = find_single_dollar(value.text());
  const std::string right(language == asl::QueryLanguage::jsonata ? token_expression : token_path);
  if (wrong)
    found.offer(fmt::format("write `{}`", right),
                replace_text(value.stretch(wrong->begin, wrong->end), right));
}

// What is around the token is sent as it is written: safe where it cannot be a part of an expression.
Safety safety_around_token(std::string_view text) {
  const auto token = find_token(text);
  if (!token) return Safety::unsafe;
  const std::string around = std::string(text.substr(0, token->begin)) + std::string(text.substr(token->end));
  const bool plain = around.find_first_of("${}%'\"()[]") == std::string::npos;
  return plain ? Safety::safe : Safety::unsafe;
}

void fix_jsonata(const asl::Parameter& parameter, Diagnostic& found) {
  if (parameter.name.ends_with(".$")) return;  // a JSONPath key in a JSONata state
  found.offer("write it as an expression", safety_around_token(parameter.value.text()),
              {set_value(parameter.value, quote(jsonata_around_token(parameter.value.text())))});
}

void fix_item(Value array, Diagnostic& found) {
  if (array.name().ends_with(".$")) return;  // path/dollar-key-nonstring speaks of it
  const auto call = asl::array_call(array);
  const std::string key = std::string(array.name()) + ".$";
  if (!call || !array.parent().is_object() || array.parent().has(key)) return;
  bool certain = true;
  for (Value item : array) certain = certain && (!looks_evaluated(item.text()) || is_never_data(item.text()));
  for (Value item : array)
    certain = certain && (!find_token(item.text()) || safety_around_token(item.text()) == Safety::safe);
  found.offer("use `States.Array`", certain ? Safety::safe : Safety::unsafe,
              {rename_key(array, key), set_value(array, quote(*call))});
}

void fix_member(const asl::Parameter& parameter, Diagnostic& found) {
  const std::string key = std::string(parameter.name) + ".$";
  std::vector<Change> changes = {rename_key(parameter.value, key)};
  const std::string_view text = parameter.value.text();
  if (text != token_path) changes.push_back(set_value(parameter.value, quote(intrinsic_around_token(text))));
  found.offer(is_token(text) ? fmt::format("rename to `{}`", key) : "use `States.Format`",
              safety_around_token(text), std::move(changes));
}

}  // namespace

void fix_token(asl::QueryLanguage language, const asl::Parameter& parameter, Diagnostic& found) {
  const Value value = parameter.value;
  if (!value.is_string() || value.templated()) return;
  if (parameter.dynamic) return fix_expression(language, value, found);
  if (!find_token(value.text()) || value.text().starts_with("States.")) return;
  if (language == asl::QueryLanguage::jsonata) return fix_jsonata(parameter, found);
  if (value.parent().is_array()) return fix_item(value.parent(), found);
  fix_member(parameter, found);
}

}  // namespace sfn::asl
