#include "rules/service/shared/fix.h"

#include <vector>

#include "lint/json/string.h"
#include "rules/service/shared/types.h"

namespace sfn::rules::service {

namespace {

using json::quote;
using schemas::Type;

Fix safe(std::string title, Change change) { return {std::move(title), Safety::safe, {std::move(change)}}; }
Fix guess(std::string title, Change change) {
  return {std::move(title), Safety::unsafe, {std::move(change)}};
}

// Words that a shell would take as they are: blanks split them, and nothing in them means more than it says.
bool plain_words(std::string_view text) {
  return text.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=@%+,- ") == text.npos;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t at = text.find(separator);
    if (const auto part = text.substr(0, at); !part.empty()) parts.push_back(part);
    if (at == text.npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string array_of(const std::vector<std::string_view>& parts) {
  std::string json = "[";
  for (const std::string_view part : parts) json += (json.size() > 1 ? ", " : "") + quote(part);
  return json + "]";
}

// One word is the one item. Where there are more, splitting them is a guess: "subnet-1,subnet-2" has no
// blanks; "python app.py" is a command line.
std::optional<Fix> split_text(Value value) {
  const auto text = value.literal();
  if (!text || text->empty() || !plain_words(*text)) return std::nullopt;
  const bool blanks = text->find(' ') != text->npos, commas = text->find(',') != text->npos;
  if (blanks && commas) return std::nullopt;
  if (!blanks && !commas) return safe("wrap it in an array", wrap(value));
  return guess("write it as an array", set_value(value, array_of(split(*text, blanks ? ' ' : ','))));
}

// {"A": "b"} for a list of {Name, Value} or {Key, Value}.
std::optional<Fix> list_pairs(Value map, schemas::Shape pair) {
  const std::string_view key = pair.member("Name") ? "Name" : "Key";
  if (pair.members().size() != 2 || !pair.member(key) || !pair.member("Value")) return std::nullopt;
  std::string json = "[";
  for (Value entry : map) {
    if (entry.templated() || entry.name().find("${") != std::string_view::npos) return std::nullopt;
    const bool dynamic = entry.name().ends_with(".$");
    const std::string_view name = entry.name().substr(0, entry.name().size() - (dynamic ? 2 : 0));
    if (!entry.is_string() && !entry.is_number() && !entry.is_boolean()) return std::nullopt;
    json += json.size() > 1 ? ", " : "";
    json += "{\"" + std::string(key) + "\": " + quote(name);
    json += (dynamic ? ", \"Value.$\": " : ", \"Value\": ") + quote(entry.text()) + "}";
  }
  return safe("write it as a list of names and values", set_value(map, json + "]"));
}

// One item that stands where a list of such items belongs.
bool is_item(Value object, schemas::Shape item) {
  for (Value member : object) {
    std::string_view name = member.name();
    if (name.ends_with(".$")) name.remove_suffix(2);
    if (!item.member_ignoring_case(name)) return false;
  }
  return object.child_count() > 0;
}

std::optional<Fix> fix_list(Value value, schemas::Shape item) {
  if (value.is_object() && item.is_structure()) {
    if (is_item(value, item)) return safe("wrap it in an array", wrap(value));
    return list_pairs(value, item);
  }
  if (value.is_string() && item.type() == Type::string) return split_text(value);
  return std::nullopt;
}

}  // namespace

std::optional<Fix> fix_type(Value value, schemas::Shape shape) {
  if (shape.type() == Type::list) return fix_list(value, shape.item());
  if (auto json = converted(value, shape)) {
    const bool quoted = json->substr(1, json->size() - 2) == value.text();
    return safe(value.is_string() ? "remove the quotes"
                : quoted          ? "put it in quotes"
                                  : "change to `" + json->substr(1, json->size() - 2) + "`",
                set_value(value, *json));
  }
  return std::nullopt;
}

}  // namespace sfn::rules::service
