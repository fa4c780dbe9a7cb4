// How long the JSON of Overrides becomes, which ECS limits.
// Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, "overrides"
#pragma once

#include <cstddef>

#include "schemas/ecs/run_task.h"

namespace sfn::schemas::ecs {

/// Characters that ECS takes, the JSON's own punctuation included.
inline constexpr size_t most_override_characters = 8192;
/// The length of a token that the Developer Guide names.
inline constexpr size_t token_characters = 1024;

struct OverridesSize {
  /// Characters of the compact JSON without those that expressions and placeholders add: at least this many
  /// are sent.
  size_t least = 0;
  /// How many parameters are the callback token, and how many are other expressions without a known length.
  size_t tokens = 0, unknown = 0;
};

/// The size of the object Overrides; nothing where it is not spelled out.
OverridesSize overrides_size(const RunTask& task);

}  // namespace sfn::schemas::ecs
