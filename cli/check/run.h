// The check of all files of a run, from the first file to the exit status.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/check/one_file.h"
#include "cli/check/policies.h"
#include "cli/check/progress.h"
#include "cli/check/run_report.h"
#include "cli/files/walk.h"

namespace sfn::cli {

class Run {
 public:
  /// The arguments must outlive this.
  Run(const CheckOptions& options, const Files& files, RunContext& context, KnownFindings& known,
      const Host& host, Messages& messages);

  /// To be called once. Returns the exit status.
  int run(Progress& progress);

 private:
  bool writes_fixes() const { return options_.fixes.fixing() == Fixing::write; }
  Host report_host() const;
  unsigned threads() const;

  void check_policies();
  void keep(const FixedPolicy& policy);
  void report_policy(const std::string& path, const std::vector<Finding>& found);

  void check_definitions(Progress& progress);
  FileResult check(const File& file) const;
  void take(const File& file, FileResult& result);
  void report_failures(const File& file, const FileResult& result);

  void print_last_messages();

  const CheckOptions& options_;
  const Files& files_;
  RunContext& context_;
  const Host& host_;
  Messages& messages_;
  const bool standard_input_;  // is one of the files
  RunReport report_;
  std::vector<const File*> checked_;
  // Reports may name them until their end.
  std::vector<std::shared_ptr<const std::string>> paths_;
};

}  // namespace sfn::cli
