#include "cli/report/repository_path.h"
#include "lint/characters.h"

#include <fmt/core.h>

#include <cstdint>
#include <filesystem>

namespace sfn::cli {

namespace {

bool unreserved(char c) {
  return is_letter(c) || is_digit(c) || std::string_view("-._~").find(c) != std::string_view::npos;
}

}  // namespace

std::string from_here(std::string_view path) {
  const std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
  if (!normal.is_absolute()) return normal.string();
  std::error_code ignored;
  const std::filesystem::path relative = normal.lexically_relative(std::filesystem::current_path(ignored));
  return relative.empty() || *relative.begin() == ".." ? normal.string() : relative.string();
}

std::string at_line_begin(std::string_view path) {
  size_t at = 0;  // what is not ASCII may be a blank of Unicode
  while (at < path.size() && (path[at] <= ' ' || static_cast<uint8_t>(path[at]) >= 0x80)) ++at;
  return (path.substr(at).starts_with("::") ? "./" : "") + std::string(path);
}

std::string uri(std::string_view path) {
  std::string encoded = path.starts_with('/') ? "file://" : "";
  for (const char c : path)
    if (unreserved(c) || c == '/') encoded += c;
    else encoded += fmt::format("%{:02X}", static_cast<uint8_t>(c));
  return encoded;
}

}  // namespace sfn::cli
