#include "schemas/ecs/launch.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace sfn::schemas::ecs {

namespace {

Launch from_type(Value value) {
  const auto text = value.literal();
  if (!text) return {};
  if (*text == "FARGATE") return {Compute::fargate, value};
  if (*text == "EC2") return {Compute::ec2, value};
  if (*text == "EXTERNAL") return {Compute::external, value};
  if (*text == "MANAGED_INSTANCES") return {Compute::managed, value};
  return {};
}

// One provider whose name is not known makes the whole strategy unknown.
Launch from_strategy(const RunTask& task, Value strategy) {
  Launch found;
  for (Value item : strategy) {
    const Value value = task.literal(item, "CapacityProvider");
    const auto name = value.literal();
    if (!name) return {};
    const Compute compute = is_fargate_provider(*name) ? Compute::fargate : Compute::own_provider;
    if (found.because && compute != found.compute) return {};
    if (!found.because) found = {compute, value};
  }
  return found;
}

std::array<int, 3> read_version(std::string_view text) {
  std::array<int, 3> parts{};
  size_t part = 0;
  for (const char c : text) {
    if (c == '.') ++part;
    else parts[part] = parts[part] * 10 + (c - '0');
  }
  return parts;
}

Launch read_launch(const RunTask& task) {
  const bool typed = !task.lacks("LaunchType"), strategic = !task.lacks("CapacityProviderStrategy");
  if (!task.payload || (typed && strategic)) return {};
  if (typed) return from_type(task.literal("LaunchType"));
  const Value strategy = task.literal("CapacityProviderStrategy");
  return strategy.is_array() ? from_strategy(task, strategy) : Launch{};
}

void find_launch(const RunTask& task, Launch& found) { found = read_launch(task); }

}  // namespace

Launch launch(const RunTask& task) {
  return task.state->machine().derive<OfRunTask<Launch, find_launch>>().of(task);
}

std::string describe(const Launch& launch) {
  const bool provider = launch.because.name().starts_with("CapacityProvider");
  return fmt::format("{} `{}`", provider ? "capacity provider" : "launch type", launch.because.text());
}

bool is_fargate_provider(std::string_view provider) {
  return provider == "FARGATE" || provider == "FARGATE_SPOT";
}

bool is_platform_number(std::string_view text) {
  const bool shape =
      std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
  return shape && text.size() >= 5 && text.size() <= 11 && std::count(text.begin(), text.end(), '.') == 2 &&
         text.front() != '.' && text.back() != '.' && text.find("..") == std::string_view::npos;
}

bool older_than(std::string_view text, std::string_view version) {
  return is_platform_number(text) && read_version(text) < read_version(version);
}

}  // namespace sfn::schemas::ecs
