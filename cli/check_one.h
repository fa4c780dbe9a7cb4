// One file through the engine.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/config/configs.h"
#include "cli/files/beside.h"
#include "cli/files/files.h"
#include "cli/files/run_files.h"
#include "cli/report/finding.h"
#include "lint/lint.h"
#include "lint/read.h"

namespace sfn::cli {

/// Which fixes are made.
enum class FixLevel : uint8_t { none, safe, all };

/// What a run needs to check each of its files.
struct Check {
  Configs* configs;
  asl::Surroundings surroundings;
  const Beside* beside;
  std::string stdin_filename;
  FixLevel level = FixLevel::none;
  const RunFiles* files = nullptr;  // never null in a run
};

struct Outcome {
  std::vector<Finding> findings;
  bool checked = true;       // false for a file of a folder that is no definition
  std::string failure = {};  // why it, or the sample input beside it, could not be read; empty if it could
  std::shared_ptr<const std::string> input_path = {};  // of that sample input: findings may name it
  /// Of files that a template names: findings may be in them.
  std::vector<std::shared_ptr<const std::string>> linked_paths = {};
  /// Of a file that was checked.
  const Setup* setup = nullptr;
  /// The error in its configuration, because of which it was not checked; null if there is none.
  const ConfigFault* misconfigured = nullptr;
  /// Definitions in it that do not parse.
  size_t faults = 0;
  /// How many fixes were made in the text, which was `before` and is `after`. The findings are those of
  /// `after`.
  size_t fixed = 0;
  std::string before = {}, after = {};
};

/// `file` must outlive the outcome. Makes fixes in the text, not in the file. `look_only` stops before the
/// rules: is this a file that would be checked?
Outcome check_one(const File& file, const Check& check, bool look_only = false);

/// The findings for a text that replaces the contents of the file.
Outcome check_text(const File& file, std::string text, const Check& check);

/// A file as its run reads it: what CloudFormation reads as YAML, since a template of the run names the file,
/// is read so too.
Reading read_in_run(const Source& source, const File& file, const Check& check);

/// The path as reports print it.
std::string_view shown_path(const File& file, const Check& check);

}  // namespace sfn::cli
