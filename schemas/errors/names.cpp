#include "schemas/errors/names.h"

#include <algorithm>

#include "lint/characters.h"

namespace sfn::schemas::errors {

namespace {

constexpr std::string_view names[] = {
    "States.ALL",
    "States.BranchFailed",
    "States.DataLimitExceeded",
    "States.ExceedToleratedFailureThreshold",
    "States.HeartbeatTimeout",
    "States.Http.Socket",
    "States.IntrinsicFailure",
    "States.ItemReaderFailed",
    "States.NoChoiceMatched",
    "States.ParameterPathFailure",
    "States.Permissions",
    "States.QueryEvaluationError",
    "States.ResultPathMatchFailure",
    "States.ResultWriterFailed",
    "States.Runtime",
    "States.TaskFailed",
    "States.Timeout",
};

bool is_status_code(std::string_view name) {
  constexpr std::string_view stem = "States.Http.StatusCode.";
  if (!name.starts_with(stem)) return false;
  name.remove_prefix(stem.size());
  return name.size() == 3 && std::all_of(name.begin(), name.end(), is_digit);
}

}  // namespace

std::span<const std::string_view> reserved_names() { return names; }

bool is_reserved_name(std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names) || is_status_code(name);
}

std::string_view prefix_of(std::string_view name) {
  const size_t dot = name.find('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}

}  // namespace sfn::schemas::errors
