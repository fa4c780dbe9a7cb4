#include "cli/check_files.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

#include "cli/check_one.h"
#include "cli/in_order.h"
#include "cli/printable.h"
#include "cli/report.h"
#include "cli/run.h"
#include "cli/select_rules.h"

namespace sfn::cli {

namespace {

constexpr size_t flush_at = 65536;

std::string line(std::string_view path, std::string_view reason) {
  return fmt::format("sfn-lint: {}: {}\n", printable(path), printable(reason));
}

std::string counted(size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string summary_line(const Summary& summary) {
  if (summary.errors + summary.warnings + summary.infos == 0)
    return fmt::format("{} checked, nothing found\n", counted(summary.files, "file"));
  std::string found;
  const auto add = [&](size_t number, std::string_view noun) {
    if (number > 0) found += (found.empty() ? "" : ", ") + counted(number, noun);
  };
  add(summary.errors, "error");
  add(summary.warnings, "warning");
  add(summary.infos, "info");
  return fmt::format("{} in {}\n", found, counted(summary.files, "file"));
}

// Where the report goes: a file that --output names, or standard output.
class Destination {
 public:
  Destination(const std::string& path, const Host& host) : path_(path), host_(host) {
    if (path.empty()) return;
    file_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file_ < 0) failure_ = std::strerror(errno);
  }
  ~Destination() {
    if (file_ >= 0) ::close(file_);
  }
  Destination(const Destination&) = delete;

  void write(std::string& text) {
    if (failure_.empty() && !(path_.empty() ? host_.out(text) : write_all(file_, text)))
      failure_ = std::strerror(errno);
    text.clear();
  }
  /// What went wrong, ready to print; empty if nothing did.
  std::string failure() const {
    return failure_.empty() ? "" : line(path_.empty() ? "standard output" : path_, failure_);
  }

 private:
  std::string path_, failure_;
  const Host& host_;
  int file_ = -1;
};

class Run {
 public:
  Run(const Options& options, const Host& host) : options_(options), host_(host) {}

  int run() {
    Selection selection = select_rules(options_.select, options_.ignore, options_.min_severity);
    if (!selection.fault.empty()) return stop(misuse, "sfn-lint: " + selection.fault + "\n");
    Beside beside;
    if (const auto fault = beside.read(options_.task_definitions, options_.inputs); fault.status != clean)
      return stop(fault.status, line(fault.path, fault.reason));
    if (!list_files()) return status_;
    const Check check{RuleSet(selection.rules), beside.surroundings(options_.type), &beside,
                      options_.min_severity, options_.stdin_filename};
    return options_.show_files ? show(check) : report(check);
  }

 private:
  int stop(int status, const std::string& message) {
    host_.err(message);
    return status_ = std::max(status_, status);
  }

  bool list_files() {
    std::vector<std::string> paths = options_.paths;
    if (!options_.files_from.empty()) {
      const Bytes list = read_file(options_.files_from);
      if (!list.bytes) return stop(unreadable, line(options_.files_from, list.reason)), false;
      for (std::string& path : split_list(*list.bytes)) paths.push_back(std::move(path));
    } else if (paths.empty()) {
      paths.push_back(".");
    }
    files_ = find_files(paths);
    for (const Failure& failure : files_.failures) stop(unreadable, line(failure.path, failure.reason));
    return true;
  }

  unsigned threads() const {
    if (files_.files.size() < 2) return 1;  // asking the system costs more than a small file
    const unsigned processors = std::max(1u, std::thread::hardware_concurrency());
    return options_.jobs > 0 ? options_.jobs : processors;
  }

  int report(const Check& check) {
    Destination destination(options_.output, host_);
    if (!destination.failure().empty()) return stop(unreadable, destination.failure());
    const bool terminal = host_.out_is_terminal && options_.output.empty() && !host_.no_color;
    const bool color = options_.color == Color::always || (options_.color == Color::automatic && terminal);
    const auto reporter = make_reporter(options_.format, {color, options_.statistics});
    std::string text;
    in_order(
        files_.files.size(), threads(), [&](size_t i) { return check_one(files_.files[i], check); },
        [&](size_t i, Outcome outcome) {
          take(shown_path(files_.files[i], check), outcome, *reporter, text);
          if (outcome.input_path) input_paths_.push_back(std::move(outcome.input_path));
          if (text.size() >= flush_at) destination.write(text);
        });
    reporter->end(summary_, text);
    destination.write(text);
    if (!destination.failure().empty()) return stop(unreadable, destination.failure());
    if (!options_.quiet && options_.format == "text") host_.err(summary_line(summary_));
    return status_;
  }

  void take(std::string_view path, const Outcome& outcome, Reporter& reporter, std::string& text) {
    if (!outcome.failure.empty()) stop(unreadable, line(path, outcome.failure));
    if (!outcome.checked) return;
    ++summary_.files;
    for (const Finding& finding : outcome.findings) {
      summary_.count(finding);
      if (options_.fail_on && finding.severity >= *options_.fail_on)
        status_ = std::max<int>(status_, findings);
    }
    reporter.file(outcome.findings, text);
  }

  int show(const Check& check) {
    std::string text;
    for (const File& file : files_.files) {
      const Outcome outcome = check_one(file, check, true);
      if (!outcome.failure.empty()) stop(unreadable, line(file.path, outcome.failure));
      if (outcome.checked) text += file.path + "\n";
    }
    if (!host_.out(text)) return stop(unreadable, line("standard output", std::strerror(errno)));
    return status_;
  }

  const Options& options_;
  const Host& host_;
  Files files_;
  Summary summary_;
  // Reports may name them until their end.
  std::vector<std::unique_ptr<const std::string>> input_paths_;
  int status_ = clean;
};

}  // namespace

int check_files(const Options& options, const Host& host) { return Run(options, host).run(); }

}  // namespace sfn::cli
