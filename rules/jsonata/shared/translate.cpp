#include "rules/jsonata/shared/translate.h"

#include <fmt/core.h>

#include "lint/characters.h"
#include "lint/json/string.h"

namespace sfn::rules::jsonata {

namespace {

namespace path = asl::path;

bool begins_name(char c) { return is_letter(c) || c == '_'; }

bool is_plain(std::string_view name) {
  if (name.empty() || !begins_name(name.front()) || name == "and" || name == "or" || name == "in" ||
      name == "true" || name == "false" || name == "null" || name == "function")
    return false;
  for (const char c : name)
    if (!begins_name(c) && !is_digit(c)) return false;
  return true;
}

std::optional<std::string> root_of(const path::Path& parsed, std::string_view data) {
  switch (parsed.root) {
    case path::Root::data:
      return std::string(data);
    case path::Root::context:
      return "$states.context";
    case path::Root::variable:
      return fmt::format("${}", parsed.variable);
    case path::Root::current:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::string field_name(std::string_view name) {
  return is_plain(name) ? std::string(name) : fmt::format("`{}`", name);
}

std::optional<std::string> as_jsonata(std::string_view text, std::string_view data) {
  const auto parsed = path::parse(text);
  if (!parsed || parsed.outer_blank) return std::nullopt;
  auto written = root_of(parsed.path, data);
  if (!written) return std::nullopt;
  for (const path::Step& step : parsed.path.steps) {
    if (step.kind == path::Step::Kind::member && step.text.find('`') == std::string_view::npos)
      *written += "." + field_name(step.text);
    else if (step.kind == path::Step::Kind::index || step.kind == path::Step::Kind::from_end)
      *written += fmt::format("[{}]", step.index);
    else return std::nullopt;
  }
  return written;
}

std::string delimited(std::string_view expression) {
  return sfn::json::quote(fmt::format("{{% {} %}}", expression));
}

}  // namespace sfn::rules::jsonata
