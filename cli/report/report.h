// Reports: findings into text of one format. A format is one file report_<format>.cpp and one row in
// report.cpp.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/report/finding.h"

namespace sfn::cli {

struct Summary {
  size_t files = 0, errors = 0, warnings = 0, infos = 0;
  /// Findings that have a fix, by the option that applies it.
  size_t fixable = 0, fixable_unsafe = 0;
  /// Fixes that were made, or that --diff shows.
  size_t fixed = 0;
  /// Findings that are left out because a baseline knows them, and known ones that were not found again.
  size_t known = 0, stale = 0;
  std::map<std::string_view, size_t> by_rule;

  void count(const Finding& finding);
};

struct Look {
  bool color = false;
  bool statistics = false;
};

/// Called once per checked file, in the order of the files, and once at the end. Each call appends to `out`,
/// which the caller may empty between calls, so that a report never holds all findings of a run.
class Reporter {
 public:
  virtual ~Reporter() = default;
  /// `path` is that of the definition; findings may be in other files.
  virtual void file(std::string_view path, const std::vector<Finding>& findings, std::string& out) = 0;
  /// A file that could not be read completely, so that findings may be missing. It is also reported on
  /// standard error.
  virtual void failure(std::string_view /*path*/, std::string_view /*reason*/, std::string& /*out*/) {}
  virtual void end(const Summary& summary, std::string& out) = 0;
};

struct Format {
  std::string_view name;
  std::unique_ptr<Reporter> (*make)(const Look&);
  bool holds_statistics;  // has a place for them; else a table of them goes to standard error
  bool for_people;        // read as it is printed; the others are for programs alone
};

std::vector<std::string> report_formats();
/// Null for a format that does not exist.
const Format* find_format(std::string_view name);
std::unique_ptr<Reporter> make_reporter(std::string_view format, const Look& look);

/// "error", "warning", "info".
std::string_view name(Severity severity);

/// The message as people may see it: on one line, nothing in it that a terminal would act on.
std::string message_text(const Finding& finding);
/// " (in RESOURCE)", which ends that; empty for a finding of a file that is one definition.
std::string resource_text(const Finding& finding);
std::string message_text(const FindingNote& note);
/// "fix: rename to `Cluster`".
std::string message_text(const FindingFix& fix);

// One a format:
std::unique_ptr<Reporter> make_text_reporter(const Look& look);
std::unique_ptr<Reporter> make_json_reporter(const Look& look);
std::unique_ptr<Reporter> make_sarif_reporter(const Look& look);
std::unique_ptr<Reporter> make_github_reporter(const Look& look);
std::unique_ptr<Reporter> make_gitlab_reporter(const Look& look);
std::unique_ptr<Reporter> make_junit_reporter(const Look& look);

}  // namespace sfn::cli
