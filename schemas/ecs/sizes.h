// Sizes of tasks: CPU units, MiB, and the pairs of them that Fargate offers.
// Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lint/document.h"

namespace sfn::schemas::ecs {

/// CPU units of a task: `1024`, `1 vCPU`, `.5 vcpu`; absent if the text has no such form.
std::optional<int64_t> cpu_units(std::string_view text);
/// MiB of a task: `2048`, `2 GB`, `0.5gb`; absent if the text has no such form.
std::optional<int64_t> memory_mib(std::string_view text);

/// The memory that Fargate offers for so many CPU units, in MiB; absent for a number of units that is not in
/// the published table.
struct MemoryRange {
  int64_t units, least, most, step;
};
std::optional<MemoryRange> fargate_memory(int64_t units);
bool offers(const MemoryRange& range, int64_t memory);
/// "from 512 to 2048 MiB", for messages.
std::string describe(const MemoryRange& range);

}  // namespace sfn::schemas::ecs
