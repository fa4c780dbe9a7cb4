// One file of a run: whether it is checked, what is found in it, and its fixes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/check/run_context.h"
#include "cli/report/finding.h"
#include "lint/fix.h"

namespace sfn::cli {

struct FileResult {
  std::vector<Finding> findings = {};
  /// Paths of other files that findings may name.
  std::vector<std::shared_ptr<const std::string>> paths = {};
  bool checked = true;       // false for a file of a folder that is no definition
  std::string failure = {};  // why it, or its sample input, could not be read; empty if it could
  /// Of a file that was checked.
  const Setup* setup = nullptr;
  /// The error in its configuration, because of which it was not checked; null if there is none.
  const Fault* misconfigured = nullptr;
  /// How many definitions in it do not parse.
  size_t faults = 0;
  /// How many fixes were made in the text, which was `before` and is `after`. The findings are those of
  /// `after`.
  size_t fixed = 0;
  std::string before = {}, after = {};
};

/// Checks a file, which must outlive the result. Makes fixes in the text, not in the file.
FileResult check_file(const File& file, const RunContext& context);

/// The same without running the rules: is this a file that would be checked?
FileResult look_at_file(const File& file, const RunContext& context);

/// The findings for a text that replaces the contents of the file.
FileResult check_text(const File& file, std::string text, const RunContext& context);

/// Adds the edits of the fixes that are made at a level and change only the file at `path`.
void collect_fixes(const std::vector<Finding>& findings, FixLevel level, std::string_view path,
                   std::vector<std::vector<Edit>>& fixes);

}  // namespace sfn::cli
