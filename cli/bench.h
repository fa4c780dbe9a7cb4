// The parts of the benchmark.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// Runs a program without output; the processor's time that it took, in microseconds.
double run_process(const std::vector<std::string>& command);

/// Whether the time grows little faster than the size, for definitions of many shapes.
bool bench_scale(const std::string& binary, const std::filesystem::path& folder);
