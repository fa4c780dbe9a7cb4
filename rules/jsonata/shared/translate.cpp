#include "rules/jsonata/shared/translate.h"

#include <fmt/core.h>

#include "lint/asl/intrinsic/intrinsic.h"
#include "lint/asl/path/embedded.h"
#include "lint/json/string.h"

namespace sfn::rules::jsonata {

namespace {

namespace path = asl::path;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_plain(std::string_view name) {
  if (name.empty() || !is_letter(name.front()) || name == "and" || name == "or" || name == "in" ||
      name == "true" || name == "false" || name == "null" || name == "function")
    return false;
  for (const char c : name)
    if (!is_letter(c) && !is_digit(c)) return false;
  return true;
}

// `$.a` and the like; a text such as `$.50` or `$.` is no path that anybody means.
bool begins_with_name(std::string_view text) {
  for (const std::string_view root : {"$$.", "$."})
    if (text.starts_with(root))
      return text.size() > root.size() && (is_letter(text[root.size()]) || text[root.size()] == '[');
  return text.starts_with("$['") || text.starts_with("$[\"");
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

bool looks_evaluated(std::string_view text) {
  if (asl::intrinsic::begins_as_call(text)) return !asl::intrinsic::parse(text).fault;
  if (!path::embedded(text).empty()) return false;  // jsonata/expression-inside-text
  return begins_with_name(text) && text.find_first_of(" \t\n") == std::string_view::npos && path::parse(text);
}

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
