#include "cli/policy/policy_text.h"

#include <algorithm>

namespace sfn::cli {

namespace {

const PolicyFormat* const formats[] = {&policy_json, &policy_terraform, &policy_cloudformation, &policy_sam};

}  // namespace

const PolicyFormat* find_policy_format(std::string_view name) {
  for (const PolicyFormat* format : formats)
    if (format->name == name) return format;
  return nullptr;
}

std::vector<std::string> policy_formats() {
  std::vector<std::string> names;
  for (const PolicyFormat* format : formats) names.emplace_back(format->name);
  return names;
}

std::string with_placeholders(std::string_view text,
                              const std::function<std::string(std::string_view)>& spelled) {
  std::string result;
  while (true) {
    const size_t open = text.find("${"), close = text.find('}', open);
    if (open == text.npos || close == text.npos) return result.append(text);
    result.append(text.substr(0, open)).append(spelled(text.substr(open + 2, close - open - 2)));
    text.remove_prefix(close + 1);
  }
}

std::vector<std::string> placeholders(const PolicyText& policy) {
  std::vector<std::string> names;
  for (const schemas::iam::Grant& grant : policy.grants)
    for (const std::string& resource : grant.resources)
      with_placeholders(resource, [&](std::string_view name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
        return std::string();
      });
  return names;
}

}  // namespace sfn::cli
