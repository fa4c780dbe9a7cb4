// For tests: definitions that people published. They lie beside the checkout, as `../shared`, where somebody
// put them; a test that needs them says "skipped" where nobody did, and ctest reports it as such.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <initializer_list>
#include <vector>

namespace sfn {

inline std::vector<std::filesystem::path> real_definitions(const std::filesystem::path& checkout,
                                                           std::initializer_list<const char*> parts) {
  const std::filesystem::path shared = checkout.parent_path() / "shared";
  if (!std::filesystem::exists(shared)) MESSAGE("skipped: no real definitions in ../shared");
  std::vector<std::filesystem::path> found;
  for (const char* part : parts)
    if (std::filesystem::exists(shared / part)) found.push_back(shared / part);
  return found;
}

}  // namespace sfn
