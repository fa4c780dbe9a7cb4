#include "cli/examination.h"

#include <algorithm>

#include "cli/policy/role_policies.h"
#include "lint/templates/resource.h"
#include "schemas/deployment.h"

namespace sfn::cli {

namespace {

bool same(const Diagnostic& one, const Diagnostic& other) {
  return one.rule == other.rule && one.place == other.place && one.message == other.message;
}

void add(std::vector<Finding> findings, const Definition& definition, const Configs::Choice& config,
         Outcome& outcome) {
  for (Finding& finding : findings) {
    finding.severity = config.setup->selection.severity(*finding.rule);
    finding.resource = definition.resource;
    finding.definition = definition.pointer;
    outcome.findings.push_back(std::move(finding));
  }
}

}  // namespace

Examination::Examination(const File& file, const Check& check, const Configs::Choice& config)
    : file_(file), check_(check), config_(config), beside_(check.beside->references({})) {
  // An input that is named counts instead.
  if (!check.surroundings.inputs.empty()) return;
  own_.emplace(file.path, static_cast<FileId>(beside_.size()));
  if (!own_->document()) return;
  own_inputs_.push_back(own_->document());
  beside_.push_back(own_->reference());
}

Outcome Examination::check(const Source& source, Reading reading) {
  Outcome outcome;
  lines_.emplace(source.text());
  outcome.setup = config_.setup;
  shared_ = reading.definitions.size() > 1;
  for (Definition& definition : reading.definitions) {
    if (definition.document)
      definition.document = substitute(std::move(*definition.document), *config_.placeholders);
    check(source, definition, outcome);
  }
  if (!own_) return outcome;
  outcome.failure = own_->failure();
  outcome.input_path = own_->path();
  return outcome;
}

Outcome Examination::check(std::string text) {
  const Source source(file_.path, std::move(text));
  return check(source, read_in_run(source, file_, check_));
}

void Examination::check(const Source& source, const Definition& definition, Outcome& outcome) {
  if (definition.origin && !definition.origin->file().empty())
    return check_linked(source, definition, outcome);
  if (definition.fault && !definition.document) ++outcome.faults;
  beside_[0] = reference(source, definition.document ? &*definition.document : nullptr);
  if (definition.document) check_.beside->look_for_names(*definition.document);
  const RolePolicies role(definition, static_cast<FileId>(beside_.size()));
  const size_t before = beside_.size();
  asl::Surroundings known = surroundings(definition, config_);
  // Policies that are named count instead of those of the template.
  schemas::Deployment deployed = schemas::deployment(known);
  if (deployed.policies.empty() && !role.documents().empty()) {
    deployed.policies.assign(role.documents().begin(), role.documents().end());
    deployed.policies_shared = true;  // others may have the role too
    schemas::set_deployment(known, std::move(deployed));
    role.append(Reference(beside_[0]), beside_);
  }
  std::vector<Diagnostic> diagnostics = sfn::check(definition, 0, config_.setup->rules, known);
  // Whoever names a policy wants it fixed; a role of a template is not widened unasked.
  for (Diagnostic& diagnostic : diagnostics)
    if (diagnostic.fix && diagnostic.fix->changes.front().place.file >= before)
      diagnostic.fix->safety = Safety::unsafe;
  add(resolve(diagnostics, beside_), definition, config_, outcome);
  beside_.resize(before);
}

// What a file that is checked for its own sake says without the template is not said twice.
void Examination::check_linked(const Source& source, const Definition& definition, Outcome& outcome) {
  const auto id = static_cast<FileId>(beside_.size());
  const LinkedFile linked(shown_path(file_, check_), definition, id);
  const Configs::Choice config = linked.path() ? config_at(*linked.path()) : config_;
  const RuleSet& rules = config.setup->rules;
  if (linked.definition().document) check_.beside->look_for_names(*linked.definition().document);
  const std::vector<Diagnostic> known = said_alone(linked, id, rules);
  asl::Surroundings around = surroundings(definition, config);
  around.inputs = check_.surroundings.inputs;
  std::vector<Diagnostic> diagnostics = sfn::check(linked.definition(), id, rules, around);
  std::erase_if(diagnostics, [&](const Diagnostic& one) {
    return std::any_of(known.begin(), known.end(), [&](const Diagnostic& other) { return same(one, other); });
  });
  beside_[0] = reference(source, nullptr);
  beside_.push_back(linked.reference());
  add(resolve(diagnostics, beside_), definition, config, outcome);
  beside_.pop_back();
  outcome.linked_paths.push_back(linked.path());
}

std::vector<Diagnostic> Examination::said_alone(const LinkedFile& linked, FileId id,
                                                const RuleSet& rules) const {
  if (!linked.recognised() || !check_.files->hold(*linked.path())) return {};
  asl::Surroundings alone = check_.surroundings;
  if (shared_) schemas::share_policies(alone);
  const Definition& definition = linked.definition();
  std::vector<Diagnostic> said;
  if (definition.document) said = sfn::check(*definition.document, rules, alone);
  if (definition.fault)
    for (Diagnostic& one : sfn::check(*definition.fault, id, rules)) said.push_back(std::move(one));
  return said;
}

// The command line knows the type best, then the template, then the configuration.
asl::Surroundings Examination::surroundings(const Definition& definition,
                                            const Configs::Choice& config) const {
  asl::Surroundings known = check_.surroundings;
  if (shared_) schemas::share_policies(known);
  if (!own_inputs_.empty()) known.inputs = own_inputs_;
  for (const asl::MachineType type : {definition.type, config.setup->type})
    if (known.type == asl::MachineType::unknown) known.type = type;
  return known;
}

// Of a file that a template names; one with mistakes is told where that file is checked itself.
Configs::Choice Examination::config_at(const std::string& path) const {
  const Configs::Choice config = check_.configs->choice(path);
  return config.fault ? config_ : config;
}

Reference Examination::reference(const Source& source, const Document* document) const {
  return {shown_path(file_, check_), source.text(), document, &*lines_};
}

}  // namespace sfn::cli
