#include "schemas/ecs/sizes.h"

#include <fmt/core.h>

#include <cmath>
#include <cstdlib>

#include "lint/nearest.h"
#include "schemas/arn.h"

namespace sfn::schemas::ecs {

namespace {

// A decimal number without sign or exponent; absent for other texts.
std::optional<double> decimal(std::string_view text) {
  const size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  if (!is_digits(whole) && !(whole.empty() && dot != text.npos)) return std::nullopt;
  if (dot != text.npos && !is_digits(text.substr(dot + 1))) return std::nullopt;
  if (text.size() > 12) return std::nullopt;
  return std::strtod(std::string(text).c_str(), nullptr);
}

std::optional<int64_t> read(std::string_view text, std::string_view unit, double factor) {
  if (is_digits(text) && text.size() <= 12) return std::strtoll(std::string(text).c_str(), nullptr, 10);
  if (text.size() <= unit.size() || !equal_without_case(text.substr(text.size() - unit.size()), unit))
    return std::nullopt;
  text.remove_suffix(unit.size());
  if (text.ends_with(' ')) text.remove_suffix(1);
  const auto number = decimal(text);
  return number ? std::optional<int64_t>(std::llround(*number * factor)) : std::nullopt;
}

constexpr MemoryRange table[] = {
    {256, 512, 2048, 1024},       {512, 1024, 4096, 1024},   {1024, 2048, 8192, 1024},
    {2048, 4096, 16384, 1024},    {4096, 8192, 30720, 1024}, {8192, 16384, 61440, 4096},
    {16384, 32768, 122880, 8192},
};

}  // namespace

std::optional<int64_t> cpu_units(std::string_view text) { return read(text, "vcpu", 1024); }
std::optional<int64_t> memory_mib(std::string_view text) { return read(text, "gb", 1024); }

std::optional<MemoryRange> fargate_memory(int64_t units) {
  for (const MemoryRange& range : table)
    if (range.units == units) return range;
  return std::nullopt;
}

bool offers(const MemoryRange& range, int64_t memory) {
  if (memory < range.least || memory > range.most) return false;
  return range.units == 256 ? memory == 512 || memory % 1024 == 0 : (memory - range.least) % range.step == 0;
}

std::string describe(const MemoryRange& range) {
  if (range.units == 256) return "512, 1024 or 2048 MiB";
  return fmt::format("{} to {} MiB in steps of {}", range.least, range.most, range.step);
}

}  // namespace sfn::schemas::ecs
