#include "cli/report/rule_page.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

namespace sfn::cli {

namespace {

// What RFC 3986 leaves of the visible characters of ASCII.
bool in_uri(char c) {
  return c > ' ' && c <= '~' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
}

// What follows `https://`; absent if the text begins otherwise.
std::optional<std::string_view> behind_scheme(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (address.starts_with(scheme)) return address.substr(scheme.size());
  return std::nullopt;
}

}  // namespace

std::string page_file(const Rule& rule) {
  std::string path(rule.id);
  std::replace(path.begin(), path.end(), '-', '_');
  return path + ".md";
}

std::string page_address(std::string_view base, const Rule& rule) {
  while (base.ends_with('/')) base.remove_suffix(1);
  return fmt::format("{}/{}", base, page_file(rule));
}

std::string page_base_fault(std::string_view base) {
  const auto rest = behind_scheme(base);
  if (!rest) return fmt::format("`{}` does not begin with `https://` or `http://`", base);
  if (rest->empty() || rest->starts_with('/')) return fmt::format("`{}` does not name a host", base);
  if (std::all_of(rest->begin(), rest->end(), in_uri)) return {};
  return fmt::format("`{}` is not a valid address; write blanks and special characters as `%20` and the like",
                     base);
}

}  // namespace sfn::cli
