#include "cli/check_one.h"

#include <algorithm>
#include <optional>

#include "cli/files/linked_file.h"
#include "cli/files/own_input.h"
#include "cli/files/recognise.h"
#include "cli/options.h"
#include "cli/policy/role_policies.h"
#include "lint/fix.h"
#include "lint/read.h"
#include "lint/templates/resource.h"

namespace sfn::cli {

namespace {

/// One file with what stands beside it, whatever its text is.
class Examination {
 public:
  Examination(const File& file, const Check& check, const Configs::Choice& config)
      : file_(file), check_(check), config_(config), beside_(check.beside->references({})) {
    // An input that is named counts instead.
    if (check.surroundings.inputs.empty()) own_.emplace(file.path, static_cast<FileId>(beside_.size()));
    if (own_ && own_->document()) beside_.push_back(own_->reference());
  }

  Outcome check(const Source& source, Reading reading) {
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

  Outcome check(std::string text) {
    const Source source(file_.path, std::move(text));
    return check(source, read(source, 0, form_of(shown_path(file_, check_), source.text())));
  }

 private:
  void check(const Source& source, const Definition& definition, Outcome& outcome) {
    if (definition.origin && !definition.origin->file().empty())
      return check_linked(source, definition, outcome);
    asl::Surroundings surroundings = check_.surroundings;
    surroundings.policies_shared = surroundings.policies_shared || shared_;
    const Document* const own_inputs[] = {own_ ? own_->document() : nullptr};
    if (own_inputs[0]) surroundings.inputs = own_inputs;
    tell_type(definition, config_, surroundings);
    beside_[0] = {shown_path(file_, check_), source.text(),
                  definition.document ? &*definition.document : nullptr, &*lines_};
    if (definition.fault) ++outcome.faults;
    // Policies that are named count instead of those of the template.
    const RolePolicies role(definition, static_cast<FileId>(beside_.size()));
    const bool with_role = surroundings.policies.empty() && !role.documents().empty();
    const size_t before = beside_.size();
    if (with_role) {
      surroundings.policies = role.documents();
      surroundings.policies_shared = true;  // others may have the role too
      role.append(Reference(beside_[0]), beside_);
    }
    std::vector<Diagnostic> diagnostics = sfn::check(definition, 0, config_.setup->rules, surroundings);
    // Whoever names a policy wants it mended; a role of a template is not widened unasked.
    for (Diagnostic& diagnostic : diagnostics)
      if (diagnostic.fix && diagnostic.fix->changes.front().place.file >= before && with_role)
        diagnostic.fix->safety = Safety::unsafe;
    add(resolve(diagnostics, beside_), definition, config_, outcome);
    beside_.resize(before);
  }

  // What a file that is checked for its own sake says without the template is not said twice.
  void check_linked(const Source& source, const Definition& definition, Outcome& outcome) {
    const auto id = static_cast<FileId>(beside_.size());
    const LinkedFile linked(shown_path(file_, check_), definition, id);
    const Configs::Choice config = linked.path() ? config_at(*linked.path()) : config_;
    const RuleSet& rules = config.setup->rules;
    asl::Surroundings surroundings = check_.surroundings;
    surroundings.policies_shared = surroundings.policies_shared || shared_;
    std::vector<Diagnostic> known;
    if (linked.recognised() && check_.files->hold(*linked.path())) {
      if (linked.definition().document)
        known = sfn::check(*linked.definition().document, rules, surroundings);
      else if (linked.definition().fault) known = sfn::check(*linked.definition().fault, id, rules);
    }
    tell_type(definition, config, surroundings);
    std::vector<Diagnostic> diagnostics = sfn::check(linked.definition(), id, rules, surroundings);
    std::erase_if(diagnostics, [&](const Diagnostic& one) {
      return std::any_of(known.begin(), known.end(), [&](const Diagnostic& other) {
        return one.rule == other.rule && one.place == other.place && one.message == other.message;
      });
    });
    beside_[0] = {shown_path(file_, check_), source.text(), nullptr, &*lines_};
    beside_.push_back(linked.reference());
    add(resolve(diagnostics, beside_), definition, config, outcome);
    beside_.pop_back();
    outcome.linked_paths.push_back(linked.path());
  }

  // The command line knows the type best, then the template, then the configuration.
  static void tell_type(const Definition& definition, const Configs::Choice& config,
                        asl::Surroundings& surroundings) {
    for (const asl::MachineType type : {definition.type, config.setup->type})
      if (surroundings.type == asl::MachineType::unknown) surroundings.type = type;
  }

  // Of a file that a template names; one with mistakes is told where that file is checked itself.
  Configs::Choice config_at(const std::string& path) const {
    const Configs::Choice config = check_.configs->choice(path);
    return config.fault ? config_ : config;
  }

  static void add(std::vector<Finding> findings, const Definition& definition, const Configs::Choice& config,
                  Outcome& outcome) {
    for (Finding& finding : findings) {
      finding.severity = config.setup->selection.severity(*finding.rule);
      finding.resource = definition.resource;
      finding.definition = definition.pointer;
      outcome.findings.push_back(std::move(finding));
    }
  }

  const File& file_;
  const Check& check_;
  Configs::Choice config_;
  std::vector<Reference> beside_;  // by FileId; the first is the definition itself
  std::optional<OwnInput> own_;
  bool shared_ = false;         // the file has several definitions
  std::optional<Lines> lines_;  // of the file
};

bool wanted(const FindingFix& fix, const Check& check, std::string_view path) {
  if (fix.safety == Safety::unsafe && check.mending != Mending::all) return false;
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

Outcome check_and_mend(Examination& examination, const File& file, std::string text, const Check& check) {
  const auto examine = [&](const std::string& now) {
    return examined(examination.check(now), check, shown_path(file, check));
  };
  Mended mended = mend(text, examine);
  Outcome outcome = examination.check(mended.text);
  outcome.mended = mended.made;
  outcome.before = std::move(text);
  outcome.after = std::move(mended.text);
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
  Reading reading = read(source, 0, form_of(shown_path(file, check), source.text()));
  if (!certain && !is_definition(reading, source.text())) return {{}, false, {}};
  if (look_only) return {};
  Examination examination(file, check, config);
  if (check.mending == Mending::none) return examination.check(source, std::move(reading));
  return check_and_mend(examination, file, std::string(source.text()), check);
}

}  // namespace sfn::cli
