#include "schemas/call/integration.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace sfn::schemas {

namespace {

struct SdkName {
  std::string_view optimized, sdk;
};
// https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
constexpr SdkName sdk_names[] = {
    {"states", "sfn"},
    {"events", "eventbridge"},
    {"elasticmapreduce", "emr"},
    {"emr-containers", "emrcontainers"},
    {"emr-serverless", "emrserverless"},
};

bool is_letter_or_digit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

Place place_of(const asl::Resource& resource, std::string_view part) {
  const Span at = resource.where(part);
  return resource.value.stretch(at.begin, at.end);
}

bool is_service(std::string_view service) {
  static const std::vector<std::string_view> all = services();  // the tables never change
  return std::binary_search(all.begin(), all.end(), service);
}

std::optional<Integration> task_integration(std::string_view service, std::string_view action) {
  auto found = find(service, action);
  if (found && found->standing() != Standing::task) return std::nullopt;
  return found;
}

std::optional<Integration> optimized_for_sdk(std::string_view sdk_service, std::string_view action) {
  for (const SdkName& row : sdk_names)
    if (row.sdk == sdk_service) return task_integration(row.optimized, action);
  if (sdk_service == "bedrockruntime") return task_integration("bedrock", action);
  // Of these the optimized integration is another thing than the API of that name.
  if (sdk_service == "apigateway" || sdk_service == "http" || sdk_service == "states") return std::nullopt;
  return task_integration(sdk_service, action);
}

std::string_view sdk_name(std::string_view service) {
  for (const SdkName& row : sdk_names)
    if (row.optimized == service) return row.sdk;
  return service == "http" ? std::string_view() : service;
}

std::optional<Pattern> table_pattern(asl::Pattern pattern) {
  switch (pattern) {
    case asl::Pattern::request_response:
      return request_response;
    case asl::Pattern::sync:
      return sync;
    case asl::Pattern::sync2:
      return sync2;
    case asl::Pattern::callback:
      return wait_for_task_token;
    case asl::Pattern::unknown:
      break;
  }
  return std::nullopt;
}

std::string patterns_of(const Integration& integration) {
  struct Suffix {
    Pattern pattern;
    std::string_view text;
  };
  constexpr Suffix suffixes[] = {
      {sync, "`.sync`"}, {sync2, "`.sync:2`"}, {wait_for_task_token, "`.waitForTaskToken`"}};
  std::string text;
  for (const Suffix& suffix : suffixes)
    if (integration.supports(suffix.pattern)) text.append(text.empty() ? "" : ", ").append(suffix.text);
  return text;
}

bool is_word(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), is_letter_or_digit);
}

std::string lower_first(std::string_view name) {
  std::string text(name);
  if (!text.empty()) text[0] = lower_letter(text[0]);
  return text;
}

std::string lower(std::string_view name) {
  std::string text(name);
  std::transform(text.begin(), text.end(), text.begin(), lower_letter);
  return text;
}

bool is_partition(std::string_view name) {
  for (const std::string_view one : {"aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-eusc"})
    if (name == one) return true;
  return name.starts_with("aws-iso-");
}

bool is_dynamic_text(std::string_view text) {
  return text.starts_with("$") || text.starts_with("States.") || text.find("{%") != std::string_view::npos;
}

bool is_other_uri(std::string_view text) {
  const size_t colon = text.find(':');
  return colon != std::string_view::npos && is_word(text.substr(0, colon)) &&
         lower(text.substr(0, colon)) != "arn";
}

}  // namespace sfn::schemas
