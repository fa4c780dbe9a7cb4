#include "rules/law/law.h"

#include <algorithm>

#include "lint/fix.h"
#include "rules/law/mutants.h"

namespace sfn::law {

namespace {

std::optional<std::vector<Edit>> edits_of(const Definition& definition, const Fix& fix) {
  if (definition.document) return definition.document->render(fix);
  std::vector<Edit> edits;
  for (const Change& change : fix.changes)
    edits.push_back({{change.place.begin, change.place.end}, change.name});
  return edits;
}

}  // namespace

Law::Law(std::string name, std::string_view path, const asl::Surroundings& surroundings, const RuleSet& rules)
    : name_(std::move(name)), form_(form_of(path)), surroundings_(surroundings), rules_(rules) {}

void Law::hold(const std::string& text, size_t count) {
  if (text.find("sfn-lint: ignore") != npos) return;  // asks for silence
  std::vector<std::string_view> made;
  text_ = fixed(text, made);
  right_ = look(text_);
  if (right_.faults > 0) return;
  const Source source(name_, text_);
  const Reading reading = read(source, 0, form_);
  for (const Definition& definition : reading.definitions)
    if (definition.document) take_faults(definition, count);
}

void Law::take_faults(const Definition& definition, size_t count) {
  const Document& document = *definition.document;
  const bool slips = form_ == Form::json && definition.resource.empty();
  size_t all = 0, next = 0;
  if (count > 0) mutants_of(document, [&](std::string_view, const std::vector<Change>&) { ++all; });
  if (count > 0 && slips) slips_of(document, [&](std::string_view, const Edit&) { ++all; });
  // Not the first of each: texts that begin alike would all be tried at the same place.
  const size_t stride = count == 0 ? 1 : all / count + 1, first = std::hash<std::string>()(text_) % stride;
  const auto chosen = [&] { return next++ % stride == first; };
  mutants_of(document, [&](std::string_view kind, std::vector<Change> changes) {
    if (!chosen()) return;
    if (const auto edits = document.render({"", Safety::safe, std::move(changes)}))
      try_mutant(kind, applied(text_, *edits));
  });
  if (!slips) return;
  slips_of(document, [&](std::string_view kind, const Edit& edit) {
    if (chosen()) try_mutant(kind, applied(text_, {&edit, 1}));
  });
}

void Law::try_mutant(std::string_view kind, const std::string& mutant) {
  ++tried_;
  std::vector<std::string_view> rules;
  const std::string text = fixed(mutant, rules);
  if (rules.empty()) return;
  const Look after = look(text);
  if (after.faults > 0 || after.meaning == right_.meaning || still_said(after)) return;
  violations_.push_back({std::string(kind), name_, std::move(rules),
                         difference(right_.meaning, look(mutant).meaning),
                         difference(right_.meaning, after.meaning)});
}

std::string Law::fixed(const std::string& text, std::vector<std::string_view>& rules) const {
  const auto examine = [&](const std::string& now) {
    Look found = look(now);
    Examined examined{{}, found.faults};
    for (auto& [rule, edits] : found.fixes) {
      if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
      examined.fixes.push_back(std::move(edits));
    }
    return examined;
  };
  return fix(text, examine).text;
}

Law::Look Law::look(const std::string& text) const {
  Look look;
  const Source source(name_, text);
  const Reading reading = read(source, 0, form_);
  for (const Definition& definition : reading.definitions) {
    if (definition.fault) ++look.faults;
    for (const Diagnostic& found : sfn::check(definition, 0, rules_, surroundings_)) {
      if (found.rule->severity >= Severity::warning) ++look.said[{found.rule->id, found.message}];
      if (!found.fix || found.fix->safety != Safety::safe) continue;
      if (auto edits = edits_of(definition, *found.fix))
        look.fixes.emplace_back(found.rule->id, std::move(*edits));
    }
  }
  look.meaning = meaning_of(reading.definitions);
  return look;
}

bool Law::still_said(const Look& after) const {
  return std::any_of(after.said.begin(), after.said.end(), [&](const auto& one) {
    const auto before = right_.said.find(one.first);
    return before == right_.said.end() || before->second < one.second;
  });
}

}  // namespace sfn::law
