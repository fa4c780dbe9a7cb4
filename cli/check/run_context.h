// What a run knows that the check of each of its files needs.
#pragma once

#include <string>
#include <string_view>

#include "cli/check/inputs.h"
#include "cli/config/configs.h"
#include "cli/files/files.h"
#include "cli/files/run_files.h"
#include "lint/read.h"

namespace sfn::cli {

/// Which fixes are made.
enum class FixLevel : uint8_t { none, safe, all };

struct RunContext {
  Configs& configs;
  Inputs& inputs;
  const RunFiles& files;
  /// Those of `inputs`, as long as no policy is replaced.
  asl::Surroundings surroundings;
  std::string stdin_filename;
  FixLevel level = FixLevel::none;
};

/// The path as reports print it.
std::string_view shown_path(const File& file, const RunContext& context);

/// The configuration of a file. Standard input without a name has that of the current folder.
Configs::Choice config_of(const File& file, const RunContext& context);

/// Reads a text that a file contains. A file that CloudFormation reads as YAML, because a template of the run
/// names it, is read as YAML too.
Reading read_in_run(const Source& source, const File& file, const RunContext& context);

}  // namespace sfn::cli
