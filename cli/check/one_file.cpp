#include "cli/check/one_file.h"

#include <algorithm>

#include "cli/check/file_checker.h"
#include "cli/files/recognise.h"

namespace sfn::cli {

namespace {

// A file that was read, or, without a source, the reason why nothing in it is checked.
struct Opened {
  FileResult result;
  std::optional<Source> source = {};
  Reading reading = {};
};

Opened not_checked(std::string failure = {}) { return {{.checked = false, .failure = std::move(failure)}}; }

bool certain(const File& file) { return file.named || file.definition(); }

Opened open(const File& file, const RunContext& context) {
  Bytes bytes = read_file(file.path);
  if (!bytes.bytes) {
    // Large data files are no definitions, and no fault of the folder that holds them.
    if (!certain(file) && bytes.too_large) return not_checked();
    return not_checked(bytes.reason);
  }
  if (!certain(file) && !may_be_definition(*bytes.bytes)) return not_checked();
  Opened opened;
  const Source& source = opened.source.emplace(file.path, std::move(*bytes.bytes));
  opened.reading = read_in_run(source, file, context);
  if (!certain(file) && !is_definition(opened.reading, source.text())) return not_checked();
  return opened;
}

// Absent where its configuration lets a file be checked.
std::optional<FileResult> ruled_out(const File& file, const Configs::Choice& config) {
  if (config.fault) return FileResult{.checked = false, .misconfigured = config.fault};
  if (!file.named && config.excluded) return FileResult{.checked = false};
  return std::nullopt;
}

bool wanted(const FindingFix& fix, FixLevel level, std::string_view path) {
  if (fix.safety == Safety::unsafe && level != FixLevel::all) return false;
  return !fix.edits.empty() && std::all_of(fix.edits.begin(), fix.edits.end(),
                                           [&](const FindingEdit& edit) { return edit.range.file == path; });
}

FileResult check_and_fix(FileChecker& checker, const File& file, std::string text,
                         const RunContext& context) {
  const auto examine = [&](const std::string& now) {
    const FileResult result = checker.check(now);
    Examined examined{{}, result.faults};
    collect_fixes(result.findings, context.level, shown_path(file, context), examined.fixes);
    return examined;
  };
  Fixed fixed = fix(text, examine);
  FileResult result = checker.check(fixed.text);
  result.fixed = fixed.made;
  result.before = std::move(text);
  result.after = std::move(fixed.text);
  return result;
}

}  // namespace

FileResult check_file(const File& file, const RunContext& context) {
  const Configs::Choice config = config_of(file, context);
  if (auto result = ruled_out(file, config)) return *std::move(result);
  Opened opened = open(file, context);
  if (!opened.source) return std::move(opened.result);
  FileChecker checker(file, context, config);
  if (context.level == FixLevel::none) return checker.check(*opened.source, std::move(opened.reading));
  return check_and_fix(checker, file, std::string(opened.source->text()), context);
}

FileResult look_at_file(const File& file, const RunContext& context) {
  if (auto result = ruled_out(file, config_of(file, context))) return *std::move(result);
  return certain(file) ? FileResult{} : open(file, context).result;
}

FileResult check_text(const File& file, std::string text, const RunContext& context) {
  return FileChecker(file, context, config_of(file, context)).check(std::move(text));
}

void collect_fixes(const std::vector<Finding>& findings, FixLevel level, std::string_view path,
                   std::vector<std::vector<Edit>>& fixes) {
  for (const Finding& finding : findings) {
    if (!finding.fix || !wanted(*finding.fix, level, path)) continue;
    std::vector<Edit>& edits = fixes.emplace_back();
    for (const FindingEdit& edit : finding.fix->edits) edits.push_back({edit.range.bytes, edit.text});
  }
}

}  // namespace sfn::cli
