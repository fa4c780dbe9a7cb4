#include "cli/check/run_report.h"

#include "cli/report/rule_page.h"
#include "cli/report/summary_line.h"
#include "cli/report/unified_diff.h"

namespace sfn::cli {

namespace {

constexpr size_t flush_at = 65536;

bool is_colored(Color color, bool on_terminal, const Host& host) {
  return color == Color::always || (color == Color::automatic && on_terminal && !host.no_color);
}

}  // namespace

RunReport::RunReport(const CheckOptions& options, Host host, KnownFindings& known, Messages& messages)
    : options_(options),
      known_(known),
      messages_(messages),
      host_(std::move(host)),
      destination_(options.output.path, host_),
      on_terminal_(host_.out_is_terminal && options.output.path.empty()),
      color_(is_colored(options.output.color, on_terminal_, host_)),
      reporter_(make_reporter(options.output.format, {color_, options.output.statistics})) {}

bool RunReport::begin(const std::vector<Failure>& failures) {
  if (write_failed()) return false;
  for (const Failure& failure : failures) add_failure(failure.path, failure.reason);
  return true;
}

void RunReport::add_failure(std::string_view path, std::string_view reason) {
  if (!is_diff()) reporter_->failure(path, reason, text_);
}

void RunReport::add(std::string_view path, const Setup& setup, std::vector<Finding>& findings) {
  known_.take(path, setup, findings, summary_);
  count(findings);
  if (!setup.rule_pages.empty())
    for (Finding& finding : findings) finding.page = page_address(setup.rule_pages, *finding.rule);
  if (!is_diff()) reporter_->file(path, findings, text_);
}

void RunReport::count(const std::vector<Finding>& findings) {
  const auto& fail_on = options_.rules.fail_on;
  for (const Finding& finding : findings) {
    summary_.count(finding);
    if (fail_on && finding.severity >= *fail_on) messages_.raise(ExitStatus::findings);
  }
}

void RunReport::add_fixes(std::string_view path, size_t made, std::string_view before,
                          std::string_view after) {
  summary_.fixed += made;
  if (!is_diff() || made == 0) return;
  text_ += unified_diff(path, before, after, {color_, on_terminal_});
  messages_.raise(findings);
}

void RunReport::flush() {
  if (text_.size() >= flush_at) destination_.write(text_);
}

bool RunReport::write_failed() {
  const std::string failure = destination_.failure();
  if (!failure.empty()) messages_.fail({unreadable, failure});
  return !failure.empty();
}

bool RunReport::end() {
  if (!is_diff()) reporter_->end(summary_, text_);
  destination_.write(text_);
  if (write_failed()) return false;
  if (const Fault fault = known_.end(summary_)) messages_.fail(fault);
  return true;
}

void RunReport::print_summary() {
  const Format& format = *find_format(options_.output.format);
  const bool for_people = format.for_people || is_diff();
  std::string text = for_people ? known_.summary_line(summary_) : "";
  if (options_.output.statistics && (is_diff() || !format.holds_statistics))
    make_text_reporter({.color = false, .statistics = true})->end(summary_, text);
  if (for_people || !options_.output.path.empty()) text += summary_line(summary_, options_.fixes.fixing());
  if (!text.empty()) messages_.print(text);
}

}  // namespace sfn::cli
