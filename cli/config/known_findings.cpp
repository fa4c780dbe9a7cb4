#include "cli/config/known_findings.h"

#include <fmt/core.h>

#include "cli/files/write_file.h"
#include "cli/report/destination.h"
#include "cli/report/printable.h"
#include "cli/report/summary_line.h"

namespace sfn::cli {

Fault KnownFindings::begin(const std::string& read, const std::string& write) {
  write_ = write;
  if (!write.empty()) baseline_.emplace(write);
  if (read.empty()) return {};
  baseline_.emplace(read);
  return baseline_->read();
}

void KnownFindings::take(std::string_view file, const Setup& setup, std::vector<Finding>& findings,
                         Summary& summary) {
  if (!baseline_) return;
  if (write_.empty()) {
    baseline_->checked(file, setup);
    summary.known += baseline_->take_known(findings);
    return;
  }
  for (const Finding& finding : findings) baseline_->add(finding);
  summary.known += findings.size();
  findings.clear();
}

Fault KnownFindings::end(Summary& summary) const {
  if (!baseline_) return {};
  if (write_.empty()) {
    summary.stale = baseline_->stale();
    return {};
  }
  const std::string failure = write_file(write_, baseline_->text());
  if (failure.empty()) return {};
  return {unreadable, failure_line(write_, failure)};
}

std::string KnownFindings::summary_line(const Summary& summary) const {
  if (!baseline_) return {};
  if (!write_.empty())
    return fmt::format("{} written to {}\n", counted(summary.known, "known finding"), printable(write_));
  const std::string stale = summary.stale > 0 ? fmt::format(", {} not found again", summary.stale) : "";
  return fmt::format("{} hidden{}\n", counted(summary.known, "known finding"), stale);
}

}  // namespace sfn::cli
