#include "schemas/arn.h"
#include "lint/characters.h"

#include <algorithm>

namespace sfn::schemas {

namespace {

bool is_name_byte(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; }

}  // namespace

std::optional<Arn> read_arn(std::string_view text) {
  if (!text.starts_with("arn:")) return std::nullopt;
  Arn arn;
  std::string_view* const parts[] = {&arn.partition, &arn.service, &arn.region, &arn.account};
  text.remove_prefix(4);
  for (std::string_view* part : parts) {
    const size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    *part = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  arn.resource = text;
  return arn;
}

bool is_ecs_name(std::string_view text) {
  return !text.empty() && text.size() <= 255 && std::all_of(text.begin(), text.end(), is_name_byte);
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace sfn::schemas
