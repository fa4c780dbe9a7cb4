#include "cli/check_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <thread>

#include "cli/check_one.h"
#include "cli/command_words.h"
#include "cli/config/baseline.h"
#include "cli/files/walk.h"
#include "cli/files/write_file.h"
#include "cli/in_order.h"
#include "cli/nothing_found.h"
#include "cli/policy/fix_policies.h"
#include "cli/progress.h"
#include "cli/report/destination.h"
#include "cli/report/printable.h"
#include "cli/report/report.h"
#include "cli/report/repository_path.h"
#include "cli/report/summary_line.h"
#include "cli/report/unified_diff.h"
#include "cli/run.h"
#include "cli/select_rules.h"
#include "schemas/deployment.h"

namespace sfn::cli {

namespace {

constexpr size_t flush_at = 65536;

class Run {
 public:
  Run(const Options& options, const Host& host)
      : options_(options), progress_(host, !options.quiet), host_(progress_.host()) {}

  int run() {
    if (const std::string fault = unknown_rule(options_.rules); !fault.empty())
      return stop(misuse, "sfn-lint: " + fault + "\n");
    if (const std::string fault = misspelt_command(options_.paths); !fault.empty())
      return stop(misuse, "sfn-lint: " + fault + "\n");
    Configs configs(wanted_configuration());
    if (!options_.config.empty())
      if (const ConfigFault* fault = configs.choice("").fault) return stop(fault->status, fault->text);
    Beside beside;
    if (const auto fault = beside.read(options_.task_definitions, options_.inputs); fault.status != clean)
      return stop(fault.status, failure_line(fault.path, fault.reason));
    if (const auto fault = beside.read_policies(options_.policies, options_.task_role_policies);
        fault.status != clean)
      return stop(fault.status, failure_line(fault.path, fault.reason));
    if (const auto fault = known_.begin(options_.baseline, options_.write_baseline); fault.status != clean)
      return stop(fault.status, fault.text);
    if (!list_files()) return status_;
    const RunFiles run_files(files_.files);
    Check check{&configs,  beside.surroundings(options_.type), &beside, options_.stdin_filename, level(),
                &run_files};
    if (files_.files.size() != 1) schemas::share_policies(check.surroundings);
    options_.show_files ? show(check) : report(check, beside);
    return status_;
  }

 private:
  int stop(int status, const std::string& message) {
    host_.err(message);
    return status_ = std::max(status_, status);
  }

  Configs::Wanted wanted_configuration() const {
    Configs::Wanted wanted{Configs::Source::search, options_.config, options_.rules, options_.fail_on};
    if (options_.no_config) wanted.source = Configs::Source::none;
    else if (!options_.config.empty()) wanted.source = Configs::Source::named;
    return wanted;
  }

  // Said once, however many files it is for.
  void stop_misconfigured(const ConfigFault& fault) {
    if (config_faults_.insert(&fault).second) stop(fault.status, fault.text);
  }

  // Whether something was said.
  bool say_where_nothing_was_found(const Check& check) {
    if (checked_.empty() && status_ >= misuse) return false;  // that was said already
    std::string text;
    for (const std::string& folder : files_.folders)
      if (std::none_of(checked_.begin(), checked_.end(),
                       [&](const File* file) { return is_below(folder, file->path); }))
        text += nothing_found(folder, files_, check);
    if (checked_.empty() && text.empty()) text = "sfn-lint: no file is named\n";
    if (text.empty()) return false;
    host_.err(text);
    if (options_.require_files) status_ = std::max<int>(status_, misuse);
    return true;
  }

  bool list_files() {
    std::vector<std::string> paths = options_.paths;
    if (!options_.files_from.empty()) {
      const Bytes list = read_file(options_.files_from);
      if (!list.bytes) return stop(unreadable, failure_line(options_.files_from, list.reason)), false;
      for (std::string& path : split_list(*list.bytes)) paths.push_back(std::move(path));
    } else if (paths.empty()) {
      paths.push_back(".");
    }
    files_ = find_files(paths, options_.gitignore);
    for (const Failure& failure : files_.failures)
      stop(unreadable, failure_line(failure.path, failure.reason));
    return true;
  }

  unsigned threads() const {
    if (files_.files.size() < 2) return 1;  // asking the system costs more than a small file
    const unsigned processors = std::max(1u, std::thread::hardware_concurrency());
    return options_.jobs > 0 ? options_.jobs : processors;
  }

  FixLevel level() const {
    if (options_.fixing == Fixing::show) return FixLevel::none;
    return options_.unsafe_fixes ? FixLevel::all : FixLevel::safe;
  }

  // What is not in place must not be said to be fixed.
  Outcome work_on(const File& file, const Check& check) const {
    Outcome outcome = check_one(file, check);
    if (options_.fixing != Fixing::write || outcome.fixed == 0 || file.path == "-") return outcome;
    const std::string failure = rewrite_file(file.path, outcome.before, outcome.after);
    if (failure.empty()) return outcome;
    outcome = check_text(file, std::move(outcome.before), check);
    outcome.failure = failure;
    return outcome;
  }

  int report(Check& check, Beside& beside) {
    const Host around = reports_around_text();
    Destination destination(options_.output, around);
    if (!destination.failure().empty()) return stop(unreadable, destination.failure());
    const bool terminal = host_.out_is_terminal && options_.output.empty();
    const bool color = options_.color == Color::always ||
                       (options_.color == Color::automatic && terminal && !host_.no_color);
    const auto reporter = make_reporter(options_.format, {color, options_.statistics});
    diff_style_ = {color, terminal};
    std::string text;
    if (reports())
      for (const Failure& failure : files_.failures) reporter->failure(failure.path, failure.reason, text);
    if (beside.policy_count() > 0) take_policies(check, beside, *reporter, text);
    in_order(
        files_.files.size(), threads(), [&](size_t i) { return work_on(files_.files[i], check); },
        [&](size_t i, Outcome outcome) {
          take(files_.files[i], check, outcome, *reporter, text);
          if (outcome.input_path) paths_.push_back(std::move(outcome.input_path));
          paths_.insert(paths_.end(), outcome.linked_paths.begin(), outcome.linked_paths.end());
          if (text.size() >= flush_at) destination.write(text);
          progress_.show(i + 1, files_.files.size());
        });
    progress_.erase();
    if (reports()) reporter->end(summary_, text);
    destination.write(text);
    if (!destination.failure().empty()) return stop(unreadable, destination.failure());
    if (const auto fault = known_.end(summary_); fault.status != clean) stop(fault.status, fault.text);
    // Where a mistake kept every file from being checked, that is all there is to say.
    bool nothing_done = summary_.files == 0 && status_ >= misuse;
    if (!options_.quiet && !nothing_done)
      for (const auto& [status, path, reason] : beside.unused()) stop(status, failure_line(path, reason));
    if (say_where_nothing_was_found(check)) nothing_done = summary_.files == 0 && beside.policy_count() == 0;
    if (!options_.quiet && !nothing_done) say_what_was_found();
    return status_;
  }

  // What the report itself does not say, for whoever reads along.
  void say_what_was_found() {
    const Format& format = *find_format(options_.format);
    std::string text = format.for_people || !reports() ? known_.said(summary_) : "";
    if (options_.statistics && !(reports() && format.holds_statistics))
      make_text_reporter({.color = false, .statistics = true})->end(summary_, text);
    if (format.for_people || !reports() || !options_.output.empty())
      text += summary_line(summary_, options_.fixing);
    if (!text.empty()) host_.err(text);
  }

  // Who fixes standard input wants the text on standard output.
  bool filters(const File& file) const { return options_.fixing == Fixing::write && file.path == "-"; }

  Host reports_around_text() const {
    Host host = host_;
    for (const File& file : files_.files)
      if (filters(file)) host.out = host_.err;
    return host;
  }

  bool reports() const { return options_.fixing != Fixing::diff; }

  void take(const File& file, const Check& check, Outcome& outcome, Reporter& reporter, std::string& text) {
    const std::string_view path = shown_path(file, check);
    if (outcome.misconfigured) {
      stop_misconfigured(*outcome.misconfigured);
      if (reports() && (file.named || file.definition()))
        reporter.failure(path, "not checked, because its configuration cannot be used", text);
    }
    if (!outcome.failure.empty()) {
      stop(unreadable, failure_line(path, outcome.failure));
      if (reports()) reporter.failure(path, outcome.failure, text);
    }
    if (!outcome.checked) return;
    if (filters(file) && !host_.out(outcome.after))
      stop(unreadable, failure_line("standard output", std::strerror(errno)));
    ++summary_.files;
    checked_.push_back(&file);
    known_.take(path, *outcome.setup, outcome.findings, summary_);
    count(outcome.findings);
    summary_.fixed += outcome.fixed;
    if (reports()) reporter.file(path, outcome.findings, text);
    else if (outcome.fixed > 0) show_diff(path, outcome, text);
  }

  void count(const std::vector<Finding>& found) {
    for (const Finding& finding : found) {
      summary_.count(finding);
      if (options_.fail_on && finding.severity >= *options_.fail_on)
        status_ = std::max<int>(status_, findings);
    }
  }

  // Policies are checked once, whatever the definitions are, and fixed before these are checked: standard
  // input cannot be read for it and again.
  void take_policies(Check& check, Beside& beside, Reporter& reporter, std::string& text) {
    const bool again = std::none_of(files_.files.begin(), files_.files.end(),
                                    [](const File& file) { return file.path == "-"; });
    if (check.level != FixLevel::none && again)
      for (const FixedPolicy& policy : fix_policies(files_.files, beside, check))
        if (!keep(policy, text)) undo(policy, beside, check);
    const std::vector<Finding> found = beside.policy_findings(*check.configs);
    for (size_t i = 0; i < beside.policy_count(); ++i)
      report_policy(beside.policy(i).path(), found, check, reporter, text);
  }

  void report_policy(const std::string& path, const std::vector<Finding>& found, const Check& check,
                     Reporter& reporter, std::string& text) {
    const Configs::Choice config = check.configs->choice(path);
    if (config.fault) return stop_misconfigured(*config.fault);
    std::vector<Finding> here;
    std::copy_if(found.begin(), found.end(), std::back_inserter(here),
                 [&](const Finding& finding) { return finding.range.file == path; });
    known_.take(path, *config.setup, here, summary_);
    count(here);
    if (reports()) reporter.file(path, here, text);
  }

  // False if the file could not be written.
  bool keep(const FixedPolicy& policy, std::string& text) {
    summary_.fixed += policy.made;
    if (!reports()) {
      text += unified_diff(policy.path, policy.before, policy.after, diff_style_);
      status_ = std::max<int>(status_, findings);
      return true;
    }
    const std::string failure = rewrite_file(policy.path, policy.before, policy.after);
    if (failure.empty()) return true;
    summary_.fixed -= policy.made;
    stop(unreadable, failure_line(policy.path, failure));
    return false;
  }

  void show_diff(std::string_view path, const Outcome& outcome, std::string& text) {
    text += unified_diff(path, outcome.before, outcome.after, diff_style_);
    status_ = std::max<int>(status_, findings);
  }

  // A list for programs, whatever the format: a path that holds a line break is ended by NUL, as --files-from
  // reads it. A terminal gets names that are safe to print.
  int show(const Check& check) {
    Destination destination(options_.output, host_);
    const bool terminal = host_.out_is_terminal && options_.output.empty();
    std::string text;
    for (const File& file : files_.files) {
      const Outcome outcome = check_one(file, check, true);
      if (outcome.misconfigured) stop_misconfigured(*outcome.misconfigured);
      if (!outcome.failure.empty()) stop(unreadable, failure_line(file.path, outcome.failure));
      if (outcome.checked) checked_.push_back(&file);
      if (outcome.checked) text += at_line_begin(terminal ? printable(file.path) : file.path) + '\0';
    }
    if (terminal || text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\0', '\n');
    destination.write(text);
    if (!destination.failure().empty()) return stop(unreadable, destination.failure());
    say_where_nothing_was_found(check);
    return status_;
  }

  const Options& options_;
  Progress progress_;
  const Host host_;  // what is written through it erases the progress line first
  Files files_;
  Summary summary_;
  KnownFindings known_;
  DiffStyle diff_style_;
  // Reports may name them until their end.
  std::vector<std::shared_ptr<const std::string>> paths_;
  std::set<const ConfigFault*> config_faults_;
  std::vector<const File*> checked_;
  int status_ = clean;
};

}  // namespace

int check_files(const Options& options, const Host& host) { return Run(options, host).run(); }

}  // namespace sfn::cli
