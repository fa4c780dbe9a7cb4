#include "cli/check/run.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

#include "cli/check/in_order.h"
#include "cli/check/nothing_found.h"
#include "cli/files/write_file.h"

namespace sfn::cli {

namespace {

bool is_standard_input(const File& file) { return file.path == "-"; }

}  // namespace

Run::Run(const CheckOptions& options, const Files& files, RunContext& context, KnownFindings& known,
         const Host& host, Messages& messages)
    : options_(options),
      files_(files),
      context_(context),
      host_(host),
      messages_(messages),
      standard_input_(std::any_of(files.files.begin(), files.files.end(), is_standard_input)),
      report_(options, report_host(), known, messages) {}

int Run::run(Progress& progress) {
  if (!report_.begin(files_.failures)) return messages_.status();
  if (context_.inputs.policy_count() > 0) check_policies();
  check_definitions(progress);
  if (report_.end()) print_last_messages();
  return messages_.status();
}

// The fixed text of standard input goes to standard output, so the report cannot.
Host Run::report_host() const {
  Host host = host_;
  if (writes_fixes() && standard_input_) host.out = host.err;
  return host;
}

// Policies are checked once, whatever the definitions are, and fixed before the definitions are checked,
// which takes checks of the definitions too: standard input cannot be read again for them.
void Run::check_policies() {
  if (context_.level != FixLevel::none && !standard_input_)
    for (const FixedPolicy& policy : fix_policies(files_.files, context_)) keep(policy);
  const std::vector<Finding> found = policy_findings(context_.inputs, context_.configs);
  for (size_t i = 0; i < context_.inputs.policy_count(); ++i)
    report_policy(context_.inputs.policy(i).source.path(), found);
}

void Run::keep(const FixedPolicy& policy) {
  std::string failure;
  if (writes_fixes()) failure = rewrite_file(policy.path, policy.before, policy.after);
  if (failure.empty()) return report_.add_fixes(policy.path, policy.made, policy.before, policy.after);
  messages_.unreadable_file(policy.path, failure);
  undo(policy, context_);
}

void Run::report_policy(const std::string& path, const std::vector<Finding>& found) {
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

void Run::check_definitions(Progress& progress) {
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

unsigned Run::threads() const {
  if (files_.files.size() < 2) return 1;  // asking the system costs more than a small file
  return options_.jobs > 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency());
}

// Fixes that are not in the file must not be reported as made.
FileResult Run::check(const File& file) const {
  FileResult result = check_file(file, context_);
  if (!writes_fixes() || result.fixed == 0 || is_standard_input(file)) return result;
  const std::string failure = rewrite_file(file.path, result.before, result.after);
  if (failure.empty()) return result;
  result = check_text(file, std::move(result.before), context_);
  result.failure = failure;
  return result;
}

void Run::take(const File& file, FileResult& result) {
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

void Run::report_failures(const File& file, const FileResult& result) {
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
void Run::print_last_messages() {
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

}  // namespace sfn::cli
