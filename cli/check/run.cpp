#include "cli/check/run.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

#include "cli/check/in_order.h"
#include "cli/check/nothing_found.h"
#include "cli/check/one_file.h"
#include "cli/check/policies.h"
#include "cli/check/progress.h"
#include "cli/check/run_report.h"
#include "cli/check/show_files.h"
#include "cli/files/write_file.h"

namespace sfn::cli {

namespace {

bool is_standard_input(const File& file) { return file.path == "-"; }

class Run {
 public:
  Run(const CheckOptions& options, const Files& files, RunContext& context, KnownFindings& known,
      const Host& host, Messages& messages)
      : options_(options),
        files_(files),
        context_(context),
        host_(host),
        messages_(messages),
        standard_input_(std::any_of(files.files.begin(), files.files.end(), is_standard_input)),
        report_(options, report_host(), known, messages) {}

  int run(Progress& progress) {
    if (!report_.begin(files_.failures)) return messages_.status();
    if (context_.inputs.policy_count() > 0) check_policies();
    check_definitions(progress);
    if (report_.end()) print_last_messages();
    return messages_.status();
  }

 private:
  bool writes_fixes() const { return options_.fixes.fixing() == Fixing::write; }

  // The fixed text of standard input goes to standard output, so the report cannot.
  Host report_host() const {
    Host host = host_;
    if (writes_fixes() && standard_input_) host.out = host.err;
    return host;
  }

  // Policies are checked once, whatever the definitions are, and fixed before the definitions are checked,
  // which takes checks of the definitions too: standard input cannot be read again for them.
  void check_policies() {
    if (context_.level != FixLevel::none && !standard_input_)
      for (const FixedPolicy& policy : fix_policies(files_.files, context_)) keep(policy);
    const std::vector<Finding> found = policy_findings(context_.inputs, context_.configs);
    for (size_t i = 0; i < context_.inputs.policy_count(); ++i)
      report_policy(context_.inputs.policy(i).source.path(), found);
  }

  void keep(const FixedPolicy& policy) {
    std::string failure;
    if (writes_fixes()) failure = rewrite_file(policy.path, policy.before, policy.after);
    if (failure.empty()) return report_.add_fixes(policy.path, policy.made, policy.before, policy.after);
    messages_.unreadable_file(policy.path, failure);
    undo(policy, context_);
  }

  void report_policy(const std::string& path, const std::vector<Finding>& found) {
    const Configs::Choice config = context_.configs.choice(path);
    if (config.fault) {
      messages_.fail_once(*config.fault);
      return;
    }
    std::vector<Finding> here;
    std::copy_if(found.begin(), found.end(), std::back_inserter(here),
                 [&](const Finding& finding) { return finding.range.file == path; });
    report_.add(path, *config.setup, here);
  }

  void check_definitions(Progress& progress) {
    const std::vector<File>& files = files_.files;
    in_order(
        files.size(), threads(), [&](size_t i) { return check(files[i]); },
        [&](size_t i, FileResult result) {
          take(files[i], result);
          report_.flush();
          progress.show(i + 1, files.size());
        });
    progress.erase();
  }

  unsigned threads() const {
    if (files_.files.size() < 2) return 1;  // asking the system costs more than a small file
    return options_.jobs > 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency());
  }

  // Fixes that are not in the file must not be reported as made.
  FileResult check(const File& file) const {
    FileResult result = check_file(file, context_);
    if (!writes_fixes() || result.fixed == 0 || is_standard_input(file)) return result;
    const std::string failure = rewrite_file(file.path, result.before, result.after);
    if (failure.empty()) return result;
    result = check_text(file, std::move(result.before), context_);
    result.failure = failure;
    return result;
  }

  void take(const File& file, FileResult& result) {
    report_failures(file, result);
    if (!result.checked) return;
    if (writes_fixes() && is_standard_input(file) && !host_.out(result.after))
      messages_.unreadable_file("standard output", std::strerror(errno));
    const std::string_view path = shown_path(file, context_);
    checked_.push_back(&file);
    report_.count_file();
    report_.add(path, *result.setup, result.findings);
    report_.add_fixes(path, result.fixed, result.before, result.after);
    paths_.insert(paths_.end(), result.paths.begin(), result.paths.end());
  }

  void report_failures(const File& file, const FileResult& result) {
    const std::string_view path = shown_path(file, context_);
    if (result.misconfigured) {
      messages_.fail_once(*result.misconfigured);
      if (file.named || file.definition())
        report_.add_failure(path, "not checked, because its configuration cannot be used");
    }
    if (result.failure.empty()) return;
    messages_.unreadable_file(path, result.failure);
    report_.add_failure(path, result.failure);
  }

  // Nothing, if a mistake kept every file from being checked.
  void print_last_messages() {
    const bool quiet = options_.output.quiet;
    bool nothing_done = !report_.has_files() && messages_.status() >= misuse;
    if (!quiet && !nothing_done)
      for (const std::string& message : context_.inputs.unused_task_definitions()) messages_.print(message);
    if (print_nothing_found(files_, checked_, context_, messages_)) {
      if (options_.files.require_files) messages_.raise(misuse);
      nothing_done = !report_.has_files() && context_.inputs.policy_count() == 0;
    }
    if (!quiet && !nothing_done) report_.print_summary();
  }

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

Configs::Wanted wanted_configuration(const RuleOptions& options) {
  Configs::Wanted wanted{Configs::Source::search, options.config, options.settings, options.fail_on};
  if (options.no_config) wanted.source = Configs::Source::none;
  else if (!options.config.empty()) wanted.source = Configs::Source::named;
  return wanted;
}

// Absent, after a message, if the list of --files-from cannot be read.
std::optional<Files> list_files(const FileOptions& options, Messages& messages) {
  std::vector<std::string> paths = options.paths;
  if (!options.files_from.empty()) {
    const Bytes list = read_file(options.files_from);
    if (!list.bytes) return messages.unreadable_file(options.files_from, list.reason), std::nullopt;
    for (std::string& path : split_list(*list.bytes)) paths.push_back(std::move(path));
  } else if (paths.empty()) {
    paths.push_back(".");
  }
  Files files = find_files(paths, !options.no_gitignore);
  for (const Failure& failure : files.failures) messages.unreadable_file(failure.path, failure.reason);
  return files;
}

}  // namespace

int check_files(const CheckOptions& options, const Host& host) {
  Progress progress(host, !options.output.quiet);
  const Host erasing = progress.host();
  Messages messages(erasing);
  Configs configs(wanted_configuration(options.rules));
  if (!options.rules.config.empty())
    if (const Fault* fault = configs.choice("").fault) return messages.fail(*fault);
  Inputs inputs;
  if (const Fault fault = inputs.read(options.inputs)) return messages.fail(fault);
  KnownFindings known;
  if (const Fault fault = known.begin(options.rules.baseline, options.rules.write_baseline))
    return messages.fail(fault);
  const std::optional<Files> files = list_files(options.files, messages);
  if (!files) return messages.status();
  const RunFiles run_files(files->files);
  RunContext context{configs,
                     inputs,
                     run_files,
                     inputs.surroundings(options.type),
                     options.files.stdin_filename,
                     options.fixes.level()};
  context.surroundings.policies_shared = files->files.size() != 1;
  if (options.files.show_files) return show_files(options, *files, context, erasing, messages);
  return Run(options, *files, context, known, erasing, messages).run(progress);
}

}  // namespace sfn::cli
