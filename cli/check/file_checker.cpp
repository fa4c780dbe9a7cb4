#include "cli/check/file_checker.h"

#include <algorithm>

#include "lint/templates/resource.h"
#include "schemas/deployment.h"

namespace sfn::cli {

namespace {

bool same(const Diagnostic& one, const Diagnostic& other) {
  return one.rule == other.rule && one.place == other.place && one.message == other.message;
}

void add(std::vector<Finding> findings, const Definition& definition, const Configs::Choice& config,
         FileResult& result) {
  for (Finding& finding : findings) {
    finding.severity = config.setup->selection.severity(*finding.rule);
    finding.resource = definition.resource;
    finding.definition = definition.pointer;
    if (definition.origin && definition.origin->generated()) finding.fix.reset();
    result.findings.push_back(std::move(finding));
  }
}

}  // namespace

FileChecker::FileChecker(const File& file, const RunContext& context, const Configs::Choice& config)
    : file_(file), context_(context), config_(config), references_(context.inputs.references({})) {
  // The inputs of --input replace it.
  if (!context.surroundings.inputs.empty()) return;
  sample_input_.emplace(file.path, static_cast<FileId>(references_.size()));
  if (!sample_input_->document()) return;
  sample_inputs_.push_back(sample_input_->document());
  references_.push_back(sample_input_->reference());
}

FileResult FileChecker::check(const Source& source, Reading reading) {
  FileResult result;
  lines_.emplace(source.text());
  result.setup = config_.setup;
  shared_ = reading.definitions.size() > 1;
  const size_t inputs = references_.size();
  declare(source, reading, result);
  for (Definition& definition : reading.definitions) {
    if (definition.document)
      definition.document = substitute(std::move(*definition.document), *config_.placeholders);
    check(source, definition, result);
  }
  references_.resize(inputs);
  if (!sample_input_) return result;
  result.failure = sample_input_->failure();
  if (sample_input_->document()) result.paths.push_back(sample_input_->path());
  return result;
}

// The resources of the template, for all of its state machines.
void FileChecker::declare(const Source& source, const Reading& reading, FileResult& result) {
  if (reading.definitions.empty()) return;
  const Definition& first = reading.definitions.front();
  if (first.origin && first.origin->dialect == templates::Dialect::terraform) configuration_.emplace(source);
  declarations_ = schemas::declarations_around(
      first, static_cast<FileId>(references_.size()),
      configuration_ ? configuration_->texts() : std::vector<std::string_view>());
  if (!declarations_) return;
  for (const auto& document : declarations_->stack().documents()) {
    const Source* sibling = configuration_ ? configuration_->sibling(document->text()) : nullptr;
    references_.push_back(sibling ? sibling_reference(*sibling, document.get(), result)
                                  : reference(source, document.get()));
  }
}

Reference FileChecker::sibling_reference(const Source& sibling, const Document* document,
                                         FileResult& result) {
  const auto shown = std::make_shared<const std::string>(sibling.path());
  if (result.paths.empty() || !result.paths.back() || *result.paths.back() != *shown)
    result.paths.push_back(shown);
  return {*result.paths.back(), sibling.text(), document};
}

FileResult FileChecker::check(std::string text) {
  const Source source(file_.path, std::move(text));
  return check(source, read_in_run(source, file_, context_));
}

void FileChecker::check(const Source& source, const Definition& definition, FileResult& result) {
  if (definition.origin && definition.origin->written == templates::Written::block)
    return check_block(source, definition, result);
  if (definition.origin && !definition.origin->file().empty())
    return check_linked(source, definition, result);
  if (definition.fault && !definition.document) ++result.faults;
  references_[0] = reference(source, definition.document ? &*definition.document : nullptr);
  if (definition.document) context_.inputs.note_task_definitions(*definition.document);
  std::vector<Diagnostic> diagnostics =
      sfn::check(definition, 0, config_.setup->rules, surroundings(definition, config_));
  for (Diagnostic& diagnostic : diagnostics) make_unsafe_in_role(diagnostic);
  add(resolve(diagnostics, references_), definition, config_, result);
}

// A user who names a policy wants it fixed; the role of a template is not widened unasked.
void FileChecker::make_unsafe_in_role(Diagnostic& diagnostic) const {
  if (!declarations_ || !diagnostic.fix) return;
  for (const auto& document : declarations_->stack().documents()) {
    if (!diagnostic.fix || diagnostic.fix->changes.front().place.file != document->file()) continue;
    diagnostic.fix->safety = Safety::unsafe;
    // Another file is fixed when it is checked itself.
    if (configuration_ && configuration_->sibling(document->text())) diagnostic.fix.reset();
  }
}

// Findings that the check of the file itself reports, without the template, are not reported twice.
void FileChecker::check_linked(const Source& source, const Definition& definition, FileResult& result) {
  const auto id = static_cast<FileId>(references_.size());
  const LinkedFile linked(shown_path(file_, context_), definition, id);
  const Configs::Choice config = linked.path() ? config_at(*linked.path()) : config_;
  const RuleSet& rules = config.setup->rules;
  if (linked.definition().document) context_.inputs.note_task_definitions(*linked.definition().document);
  const std::vector<Diagnostic> known = findings_without_template(linked, id, rules);
  asl::Surroundings around = surroundings(definition, config);
  around.inputs = context_.surroundings.inputs;
  std::vector<Diagnostic> diagnostics = sfn::check(linked.definition(), id, rules, around);
  std::erase_if(diagnostics, [&](const Diagnostic& one) {
    return std::any_of(known.begin(), known.end(), [&](const Diagnostic& other) { return same(one, other); });
  });
  references_[0] = reference(source, nullptr);
  references_.push_back(linked.reference());
  add(resolve(diagnostics, references_), definition, config, result);
  references_.pop_back();
  result.paths.push_back(linked.path());
}

// As if the file were found in a folder; a file of the run is checked there. Such files name no others.
void FileChecker::check_block(const Source& source, const Definition& definition, FileResult& result) {
  const auto file = std::make_shared<const File>(
      File{linked_path(shown_path(file_, context_), definition.origin->file()), false});
  if (!context_.files.hold(file_.path) || context_.files.hold(file->path)) return;
  Bytes bytes = read_file(file->path);
  if (!bytes.bytes) return report_missing(source, definition, result);
  const Source text(file->path, std::move(*bytes.bytes));
  FileResult inner =
      FileChecker(*file, context_, config_at(file->path)).check(text, read_in_run(text, *file, context_));
  for (Finding& finding : inner.findings) result.findings.push_back(std::move(finding));
  result.faults += inner.faults;
  result.paths.insert(result.paths.end(), inner.paths.begin(), inner.paths.end());
  result.paths.push_back(std::shared_ptr<const std::string>(file, &file->path));
}

void FileChecker::report_missing(const Source& source, const Definition& definition, FileResult& result) {
  templates::Resource origin = *definition.origin;
  origin.missing = true;
  Definition missing;
  missing.resource = definition.resource;
  missing.origin = std::make_shared<const templates::Resource>(std::move(origin));
  references_[0] = reference(source, nullptr);
  add(resolve(sfn::check(missing, 0, config_.setup->rules, context_.surroundings), references_), missing,
      config_, result);
}

std::vector<Diagnostic> FileChecker::findings_without_template(const LinkedFile& linked, FileId id,
                                                               const RuleSet& rules) const {
  if (!linked.recognised() || !context_.files.hold(*linked.path())) return {};
  asl::Surroundings known = context_.surroundings;
  if (shared_) schemas::share_policies(known);
  const Definition& definition = linked.definition();
  std::vector<Diagnostic> diagnostics;
  if (definition.document) diagnostics = sfn::check(*definition.document, rules, known);
  if (definition.fault)
    for (Diagnostic& one : sfn::check(*definition.fault, id, rules)) diagnostics.push_back(std::move(one));
  return diagnostics;
}

// The type on the command line wins, then that in the template, then that in the configuration.
asl::Surroundings FileChecker::surroundings(const Definition& definition,
                                            const Configs::Choice& config) const {
  asl::Surroundings known = context_.surroundings;
  if (shared_) schemas::share_policies(known);
  if (!sample_inputs_.empty()) known.inputs = sample_inputs_;
  for (const asl::MachineType type : {definition.type, config.setup->type})
    if (known.type == asl::MachineType::unknown) known.type = type;
  schemas::set_template(known, definition, declarations_);
  return known;
}

// Of a file that a template names. Mistakes in it are reported where that file itself is checked.
Configs::Choice FileChecker::config_at(const std::string& path) const {
  const Configs::Choice config = context_.configs.choice(path);
  return config.fault ? config_ : config;
}

Reference FileChecker::reference(const Source& source, const Document* document) const {
  return {shown_path(file_, context_), source.text(), document, &*lines_};
}

}  // namespace sfn::cli
