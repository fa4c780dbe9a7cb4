#include "cli/check_one.h"

#include "cli/examination.h"
#include "cli/files/recognise.h"
#include "cli/options.h"
#include "lint/fix.h"
#include "lint/read.h"

namespace sfn::cli {

namespace {

bool wanted(const FindingFix& fix, const Check& check, std::string_view path) {
  if (fix.safety == Safety::unsafe && check.level != FixLevel::all) return false;
  for (const FindingEdit& edit : fix.edits)
    if (edit.range.file != path) return false;
  return true;
}

Examined examined(const Outcome& outcome, const Check& check, std::string_view path) {
  Examined examined{{}, outcome.faults};
  for (const Finding& finding : outcome.findings) {
    if (!finding.fix || !wanted(*finding.fix, check, path)) continue;
    std::vector<Edit> edits;
    for (const FindingEdit& edit : finding.fix->edits) edits.push_back({edit.range.bytes, edit.text});
    examined.fixes.push_back(std::move(edits));
  }
  return examined;
}

Outcome check_and_fix(Examination& examination, const File& file, std::string text, const Check& check) {
  const auto examine = [&](const std::string& now) {
    return examined(examination.check(now), check, shown_path(file, check));
  };
  Fixed fixed = fix(text, examine);
  Outcome outcome = examination.check(fixed.text);
  outcome.fixed = fixed.made;
  outcome.before = std::move(text);
  outcome.after = std::move(fixed.text);
  return outcome;
}

// Standard input without a name is where the program was started.
Configs::Choice config_of(const File& file, const Check& check) {
  const std::string_view path = shown_path(file, check);
  return check.configs->choice(path == unnamed_input ? std::string_view() : path);
}

Outcome misconfigured(const ConfigFault& fault) {
  Outcome outcome;
  outcome.checked = false;
  outcome.misconfigured = &fault;
  return outcome;
}

}  // namespace

Reading read_in_run(const Source& source, const File& file, const Check& check) {
  Reading reading = read(source, 0, form_of(shown_path(file, check), source.text()));
  using Fate = json::Fault::Fate;
  for (Definition& definition : reading.definitions) {
    if (!definition.fault) continue;
    if (definition.fault->kind == json::Fault::Kind::foreign_directive && !file.named)
      definition.fault->fate = Fate::found;
    if (definition.fault->fate == Fate::reads_as_yaml && check.files &&
        check.files->named_by_template(file.path))
      read_as_yaml(source, 0, definition);
  }
  return reading;
}

std::string_view shown_path(const File& file, const Check& check) {
  return file.path == "-" ? std::string_view(check.stdin_filename) : std::string_view(file.path);
}

Outcome check_text(const File& file, std::string text, const Check& check) {
  return Examination(file, check, config_of(file, check)).check(std::move(text));
}

Outcome check_one(const File& file, const Check& check, bool look_only) {
  const bool certain = file.named || file.definition();
  const Configs::Choice config = config_of(file, check);
  if (config.fault) return misconfigured(*config.fault);
  if (!file.named && config.excluded) return {{}, false, {}};
  if (certain && look_only) return {};
  Bytes bytes = read_file(file.path);
  if (!bytes.bytes) {
    // Large data files are no definitions, and no fault of the folder that holds them.
    if (!certain && bytes.too_large) return {{}, false, {}};
    return {{}, false, bytes.reason};
  }
  if (!certain && !may_be_definition(*bytes.bytes)) return {{}, false, {}};
  const Source source(file.path, std::move(*bytes.bytes));
  Reading reading = read_in_run(source, file, check);
  if (!certain && !is_definition(reading, source.text())) return {{}, false, {}};
  if (look_only) return {};
  Examination examination(file, check, config);
  if (check.level == FixLevel::none) return examination.check(source, std::move(reading));
  return check_and_fix(examination, file, std::string(source.text()), check);
}

}  // namespace sfn::cli
