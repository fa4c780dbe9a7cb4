#include "lint/lint.h"

#include <algorithm>
#include <tuple>

#include "lint/asl/constructs.h"
#include "lint/asl/expression.h"
#include "lint/read.h"
#include "lint/suppression.h"
#include "lint/templates/resource.h"

namespace sfn {

namespace {

// Whether the run knows what the rule cannot do without.
bool informed(const Rule& rule, const asl::Surroundings& beside) {
  return std::all_of(rule.needs.begin(), rule.needs.end(),
                     [&](const asl::Requirement* one) { return !one || one->met(beside); });
}

template <typename Hook, typename... Subject>
void call(const Rules& rules, Hook hook, Report& report, Subject&&... subject) {
  for (const Rule* rule : rules) {
    report.speaking(*rule);
    (rule->*hook)(subject..., report);
  }
}

// The walk over one document.
class Walk {
 public:
  Walk(const RuleSet& rules, const asl::Surroundings& beside, Report& report)
      : rules_(rules), beside_(beside), report_(report) {}

  void walk(const Document& document) {
    call(rules_.document, &Rule::document, document);
    if (!rules_.value.empty())
      for (NodeId id = 0; id < document.size(); ++id) call(rules_.value, &Rule::value, document.at(id));
    if (asl::Machine::is_definition(document.root())) walk(asl::Machine(document, beside_));
  }

 private:
  void walk(const asl::Machine& machine) {
    if (rules_.has_nodes())
      for (NodeId id = 0; id < machine.document().size(); ++id)
        call(rules_.of(machine.document().node(id).kind), &Rule::node, machine.document().at(id));
    call(rules_.machine, &Rule::machine, machine);
    for (const asl::Scope& scope : machine.scopes()) call(rules_.scope, &Rule::scope, scope);
    for (const asl::State& state : machine.states()) walk(state);
    if (rules_.has_constructs())
      for (const asl::Construct& construct : machine.constructs())
        call(rules_.of(construct.kind, construct.language), &Rule::construct, construct);
    if (rules_.has_expressions())
      for (const asl::Expression& expression : machine.expressions())
        call(rules_.of(expression.kind, expression.construct.language), &Rule::expression, expression);
  }

  void walk(const asl::State& state) {
    call(rules_.of(state.type, state.language), &Rule::state, state);
    if (!state.is(asl::StateType::task)) return;
    const auto language = static_cast<size_t>(state.language);
    for (const RuleSet::CallRules& one : rules_.calls())
      if (one.service == state.resource.service &&
          (one.action.empty() || one.action == state.resource.action))
        call(one.by_language[language], &Rule::state, state);
  }

  // A rule that lacks what it needs would find nothing.
  template <typename Hook, typename Subject>
  void call(const Rules& rules, Hook hook, const Subject& subject) {
    for (const Rule* rule : rules) {
      if (rule->needs[0] && !informed(*rule, beside_)) continue;
      report_.speaking(*rule);
      (rule->*hook)(subject, report_);
    }
  }

  const RuleSet& rules_;
  const asl::Surroundings& beside_;
  Report& report_;
};

auto in_order(const Place& place) {
  return std::tuple(place.file, place.node, place.part, place.begin, place.end);
}

bool before_in_place(const Diagnostic* a, const Diagnostic* b) {
  return in_order(a->place) < in_order(b->place);
}

// Whether a finding is where another one is, or on a part of the text that the other one marks.
bool within(const Place& part, const Place& whole) {
  return in_order(part) == in_order(whole) || (part.begin >= whole.begin && part.end <= whole.end);
}

// `by_place` holds all findings in the order of their places: there may be very many.
bool yields(const Diagnostic& finding, const std::vector<const Diagnostic*>& by_place) {
  const auto names = finding.rule->yields_to;
  if (names.empty()) return false;
  const Place& place = finding.place;
  const auto first = std::lower_bound(
      by_place.begin(), by_place.end(), &finding, [](const Diagnostic* a, const Diagnostic* b) {
        const auto begin = [](const Place& p) { return std::tuple(p.file, p.node, p.part, p.begin); };
        return begin(a->place) < begin(b->place);
      });
  const auto last = std::find_if(first, by_place.end(), [&](const Diagnostic* other) {
    const Place& o = other->place;
    return o.file != place.file || o.node != place.node || o.part != place.part || o.begin > place.end;
  });
  return std::any_of(first, last, [&](const Diagnostic* other) {
    return within(other->place, place) &&
           std::find(names.begin(), names.end(), other->rule->id) != names.end();
  });
}

void drop_yielding(std::vector<Diagnostic>& found) {
  std::vector<const Diagnostic*> by_place;
  for (const Diagnostic& finding : found) by_place.push_back(&finding);
  std::sort(by_place.begin(), by_place.end(), before_in_place);
  std::vector<bool> dropped;
  for (const Diagnostic& finding : found) dropped.push_back(yields(finding, by_place));
  size_t at = 0;
  std::erase_if(found, [&](const Diagnostic&) { return dropped[at++]; });
}

// Findings may be in what stands beside the definition.
class Files {
 public:
  Files(const Document* document, const asl::Surroundings& beside) : document_(document) {
    beside_ = beside.inputs;
    if (!beside.attachments) return;
    for (const Document* one : beside.attachments->documents()) beside_.push_back(one);
  }

  Span span(const Place& place) const {
    if (place.part == Part::bytes) return {place.begin, place.end};
    if (document_ && place.file == document_->file()) return document_->span(place);
    for (const Document* one : beside_)
      if (one->file() == place.file) return one->span(place);
    return {};
  }

 private:
  const Document* document_;
  std::vector<const Document*> beside_;
};

struct Keyed {
  Span span;
  Diagnostic* diagnostic;
};

bool precedes(const Keyed& a, const Keyed& b) {
  if (a.diagnostic->place.file != b.diagnostic->place.file)
    return a.diagnostic->place.file < b.diagnostic->place.file;
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end < b.span.end;
  if (a.diagnostic->rule->id != b.diagnostic->rule->id)
    return a.diagnostic->rule->id < b.diagnostic->rule->id;
  return a.diagnostic->message < b.diagnostic->message;
}

bool doubled(const Keyed& a, const Keyed& b) {
  return a.span == b.span && a.diagnostic->place.file == b.diagnostic->place.file &&
         a.diagnostic->rule == b.diagnostic->rule && a.diagnostic->message == b.diagnostic->message;
}

void sort(std::vector<Diagnostic>& found, const Files& files) {
  std::vector<Keyed> keyed;
  keyed.reserve(found.size());
  for (Diagnostic& finding : found) keyed.push_back({files.span(finding.place), &finding});
  std::sort(keyed.begin(), keyed.end(), precedes);
  keyed.erase(std::unique(keyed.begin(), keyed.end(), doubled), keyed.end());
  std::vector<Diagnostic> sorted;
  sorted.reserve(keyed.size());
  for (const Keyed& one : keyed) sorted.push_back(std::move(*one.diagnostic));
  found = std::move(sorted);
}

// Whether a rule could have found something. Policies are judged apart from the definitions.
bool can_judge(const Rule& rule, const templates::Resource* origin, const asl::Surroundings& beside) {
  const bool knows_all = informed(rule, beside) && (!rule.helped_by || rule.helped_by->met(beside));
  return !rule.policy && (!rule.resource || origin) && knows_all;
}

void apply_suppressions(const Document& document, const templates::Resource* origin, const RuleSet& rules,
                        const asl::Surroundings& surroundings, std::vector<Diagnostic>& found) {
  std::vector<Suppression> suppressions = find_suppressions(document);
  if (suppressions.empty()) return;
  suppress(document, suppressions, found);
  if (rules.suppression.empty()) return;
  // An error can hide what a suppression is for, as an unknown `Next` hides a state that nothing leads to.
  const bool certain = std::none_of(found.begin(), found.end(), [](const Diagnostic& finding) {
    return finding.rule->severity == Severity::error;
  });
  Report report(found);
  for (Suppression& suppression : suppressions) {
    for (const Rule* rule : rules.all())
      if (certain && names(suppression, *rule) && can_judge(*rule, origin, surroundings))
        ++suppression.judges;
    call(rules.suppression, &Rule::suppression, report, suppression);
  }
}

// Places of one document as bytes, which hold in every other of the same file.
void place_by_bytes(const Document& document, Diagnostic& finding) {
  const auto convert = [&](Place& place) {
    if (place.part == Part::bytes || place.file != document.file()) return;
    const Span span = document.span(place);
    place = {place.file, no_node, Part::bytes, span.begin, span.end};
  };
  convert(finding.place);
  for (Note& note : finding.notes)
    if (note.place) convert(*note.place);
  finding.fix.reset();
}

// What a template replaces is asked of the definition as it is written, whatever values were put into it.
void walk_resource(templates::Resource resource, const Document* document, const RuleSet& rules,
                   std::vector<Diagnostic>& found) {
  const Document* written = document ? &document->written() : nullptr;
  resource.document = written;
  const size_t before = found.size();
  Report report(found);
  call(rules.resource, &Rule::resource, report, resource);
  if (written == document) return;
  for (size_t i = before; i < found.size(); ++i) place_by_bytes(*written, found[i]);
}

std::vector<Diagnostic> check(const Document* document, const templates::Resource* origin,
                              const RuleSet& rules, const asl::Surroundings& surroundings) {
  std::vector<Diagnostic> found;
  Report report(found);
  if (origin && !rules.resource.empty()) walk_resource(*origin, document, rules, found);
  if (document) Walk(rules, surroundings, report).walk(*document);
  drop_yielding(found);
  if (document) apply_suppressions(*document, origin, rules, surroundings, found);
  sort(found, Files(document, surroundings));
  return found;
}

}  // namespace

std::vector<Diagnostic> check(const Document& document, const RuleSet& rules,
                              const asl::Surroundings& surroundings) {
  return check(&document, nullptr, rules, surroundings);
}

std::vector<Diagnostic> check(const Definition& definition, FileId file, const RuleSet& rules,
                              const asl::Surroundings& surroundings) {
  if (definition.fault && !definition.document) return check(*definition.fault, file, rules);
  const Document* document = definition.document ? &*definition.document : nullptr;
  std::vector<Diagnostic> found = check(document, definition.origin.get(), rules, surroundings);
  if (!definition.fault) return found;
  for (Diagnostic& fault : check(*definition.fault, file, rules)) found.push_back(std::move(fault));
  sort(found, Files(document, surroundings));
  return found;
}

std::vector<Diagnostic> check_policy(const Document& policy, const RuleSet& rules) {
  std::vector<Diagnostic> found;
  Report report(found);
  call(rules.policy, &Rule::policy, report, policy);
  drop_yielding(found);
  sort(found, Files(&policy, {}));
  return found;
}

std::vector<Diagnostic> check(const json::Fault& fault, FileId file, const RuleSet& rules) {
  std::vector<Diagnostic> found;
  Report report(found);
  call(rules.syntax, &Rule::syntax, report, fault, file);
  return found;
}

Checked check(const Source& source, FileId file, const RuleSet& rules,
              const asl::Surroundings& surroundings) {
  Reading reading = read(source, file, form_of(source.path(), source.text()));
  Definition& definition = reading.definitions.front();
  std::vector<Diagnostic> found = check(definition, file, rules, surroundings);
  return {std::move(definition.document), std::move(found)};
}

}  // namespace sfn
