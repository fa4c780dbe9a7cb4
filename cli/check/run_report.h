// The report of a run, and the summary on standard error.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/check/options.h"
#include "cli/config/known_findings.h"
#include "cli/files/walk.h"
#include "cli/report/destination.h"
#include "cli/report/messages.h"
#include "cli/report/report.h"

namespace sfn::cli {

/// Paths that are added must live until end(), since reports may name them; findings need not.
class RunReport {
 public:
  /// Without --output, the report goes to standard output as `host` has it. The other arguments must outlive
  /// this.
  RunReport(const CheckOptions& options, Host host, KnownFindings& known, Messages& messages);

  /// False, after a message, if the destination cannot be written.
  bool begin(const std::vector<Failure>& failures);
  void add_failure(std::string_view path, std::string_view reason);
  /// A file that was checked and the findings that are left in it; removes those that a baseline knows.
  void add(std::string_view path, const Setup& setup, std::vector<Finding>& findings);
  /// Counts fixes, and shows the change if --diff is given.
  void add_fixes(std::string_view path, size_t made, std::string_view before, std::string_view after);
  /// Writes what has been added if it is much.
  void flush();
  /// Writes the end of the report, then the baseline. False, after a message, if the report cannot be
  /// written.
  bool end();

  void count_file() { ++summary_.files; }
  bool has_files() const { return summary_.files > 0; }
  /// What the report itself does not say, for people who read along.
  void print_summary();

 private:
  // With --diff, the change is all that is reported.
  bool is_diff() const { return options_.fixes.fixing() == Fixing::diff; }
  bool write_failed();  // after a message
  void count(const std::vector<Finding>& findings);

  const CheckOptions& options_;
  KnownFindings& known_;
  Messages& messages_;
  Host host_;
  Destination destination_;
  bool on_terminal_, color_;
  std::unique_ptr<Reporter> reporter_;
  Summary summary_;
  std::string text_;
};

}  // namespace sfn::cli
