#include "cli/report/fingerprint.h"

#include <fmt/core.h>

#include "cli/report/repository_path.h"

namespace sfn::cli {

namespace {

// FNV-1a: the standard library's hash may change with the library, and a fingerprint may not.
uint64_t hash(std::string_view text) {
  uint64_t value = 0xcbf29ce484222325;
  for (const char c : text) value = (value ^ static_cast<uint8_t>(c)) * 0x100000001b3;
  return value;
}

}  // namespace

std::string identity(const Finding& finding, std::string_view checked) {
  std::string parts;
  const auto add = [&](std::string_view part) { parts.append(part).push_back('\0'); };
  add(finding.rule->id);
  add(from_here(finding.range.file));
  if (finding.range.file != checked) add(from_here(checked));
  add(finding.resource.empty() ? finding.definition : finding.resource);  // pointers change more than names
  add(finding.pointer);
  add(finding.state);
  return parts;
}

std::string Fingerprints::next(const Finding& finding) {
  const std::string same = identity(finding, checked_);
  const size_t number = ++seen_[same];
  return fmt::format("{:016x}", hash(number == 1 ? same : same + std::to_string(number)));
}

}  // namespace sfn::cli
