// The findings that a baseline hides, or that a new baseline lists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/config/baseline.h"
#include "cli/report/report.h"

namespace sfn::cli {

/// Implements --baseline and --write-baseline, of which at most one is given.
class KnownFindings {
 public:
  Fault begin(const std::string& read, const std::string& write);
  /// Removes the findings of a file that should not be reported.
  void take(std::string_view file, const Setup& setup, std::vector<Finding>& findings, Summary& summary);
  /// Writes the baseline, if requested.
  Fault end(Summary& summary) const;
  /// The summary line about it for the end of a run; empty if there is none.
  std::string summary_line(const Summary& summary) const;

 private:
  std::string write_;
  std::optional<Baseline> baseline_;
};

}  // namespace sfn::cli
