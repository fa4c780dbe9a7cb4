#include "lint/wording.h"

#include <fmt/core.h>

#include <vector>

namespace sfn::wording {

std::string code(std::string_view text) { return fmt::format("`{}`", text); }

std::string listed(std::span<const std::string> items, std::string_view last) {
  std::string text;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? last : ", ";
    text += items[i];
  }
  return text;
}

std::string alternatives(std::span<const std::string_view> names) {
  std::vector<std::string> quoted;
  for (const std::string_view name : names) quoted.push_back(code(name));
  return listed(quoted);
}

std::string count(size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string did_you_mean(std::optional<std::string_view> name) {
  return name ? fmt::format("; did you mean `{}`?", *name) : std::string();
}

}  // namespace sfn::wording
