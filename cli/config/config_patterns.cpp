#include "cli/config/config_patterns.h"

#include <algorithm>
#include <string>

namespace sfn::cli {

namespace {

bool leaves(std::string_view pattern) {
  return pattern == ".." || pattern.starts_with("../") || pattern.find("/../") != std::string_view::npos ||
         pattern.ends_with("/..");
}

}  // namespace

std::string_view ConfigPatterns::add(std::string_view pattern) {
  if (pattern.empty()) return "an empty pattern matches nothing";
  if (leaves(pattern))
    return "`..` leaves the folder of the configuration, but patterns match only files "
           "in that folder";
  const bool folder = pattern.size() > 1 && pattern.ends_with('/');
  if (folder) pattern.remove_suffix(1);
  while (pattern.starts_with("./")) pattern.remove_prefix(2);
  const bool anywhere = pattern.find('/') == std::string_view::npos;
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  patterns_.push_back({Glob(anywhere ? "**/" + std::string(pattern) : std::string(pattern)), folder});
  return {};
}

bool ConfigPatterns::match(std::string_view path) const {
  for (size_t end = path.find('/');; end = path.find('/', end + 1)) {
    const bool whole = end == std::string_view::npos;
    const std::string_view part = path.substr(0, end);
    if (std::any_of(patterns_.begin(), patterns_.end(), [&](const Pattern& pattern) {
          return !(whole && pattern.folder) && pattern.glob.matches(part);
        }))
      return true;
    if (whole) return false;
  }
}

}  // namespace sfn::cli
