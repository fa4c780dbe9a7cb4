// For tests: an example of a rule as a complete definition, with its other inputs.
#pragma once

#include <deque>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "lint/example.h"
#include "lint/json/parse.h"
#include "lint/lint.h"
#include "lint/read.h"
#include "rules/registry.h"
#include "schemas/deployment.h"

namespace sfn {

inline constexpr std::string_view before_state = R"({"StartAt":"S","States":{"S":)", after_state = "}}";

inline bool is_state(const Source& source) {
  const json::Parsed parsed = json::parse(source, 0);
  const Value root = parsed.document ? parsed.document->root() : Value();
  return root.has("Type") && !root.has("StartAt") && !root.has("States");
}

// The text of an example as a definition, and where the text begins in it.
struct ExampleText {
  explicit ExampleText(std::string_view text, std::string_view file = {})
      : source(std::string(file.empty() ? "example" : file), std::string(text)) {
    if (!file.empty() || !is_state(source)) return;
    source = Source("example", std::string(before_state).append(text).append(after_state));
    begin = static_cast<uint32_t>(before_state.size());
  }
  std::string_view text() const {
    const std::string_view all = source.text();
    return begin == 0 ? all : all.substr(begin, all.size() - begin - after_state.size());
  }
  Source source;
  uint32_t begin = 0;
};

// The other inputs of an example.
class ExampleBeside {
 public:
  explicit ExampleBeside(const Example& example) {
    if (example.type == "standard") surroundings.type = asl::MachineType::standard;
    if (example.type == "express") surroundings.type = asl::MachineType::express;
    schemas::Deployment deployment;
    if (const Document* read = parse(example.task_definition)) deployment.task_definitions.push_back(read);
    if (const Document* read = parse(example.input)) surroundings.inputs.push_back(read);
    // Guillemets in policies are marks, as in the definition.
    if (const Document* read = parse(unmark(example.policy).text)) deployment.policies.push_back(read);
    if (const Document* read = parse(unmark(example.task_role_policy).text))
      deployment.task_role_policies.push_back(read);
    schemas::set_deployment(surroundings, std::move(deployment));
  }
  ExampleBeside(const ExampleBeside&) = delete;

  asl::Surroundings surroundings;
  // In the order of their FileIds, from 1.
  std::deque<Source> sources;
  std::deque<Document> documents;

 private:
  const Document* parse(std::string_view text) {
    if (text.empty()) return nullptr;
    sources.emplace_back("beside", std::string(text));
    json::Parsed parsed = json::parse(sources.back(), static_cast<FileId>(sources.size()));
    if (!parsed.document) throw std::runtime_error("what stands beside an example is not JSON");
    documents.push_back(std::move(*parsed.document));
    return &documents.back();
  }
};

// The findings of a rule for a text: it runs by itself, or with all others if it depends on their findings.
class ExampleRun {
 public:
  explicit ExampleRun(const Rule& rule) : rule_(rule), rules_(rules_for(rule_)) {}

  Checked check(const Source& source, const asl::Surroundings& surroundings) const {
    Checked checked = check_in_template(source, surroundings);
    std::erase_if(checked.diagnostics, [&](const Diagnostic& one) { return one.rule != &rule_; });
    return checked;
  }
  /// The documents with the resources of the template that was last checked. Their FileIds follow those of
  /// the other inputs.
  std::vector<const Document*> resources() const {
    std::vector<const Document*> documents;
    if (declarations_)
      for (const auto& document : declarations_->stack().documents()) documents.push_back(document.get());
    return documents;
  }
  /// The findings of its `policy` hook for the policies.
  std::vector<Diagnostic> check_policies(const asl::Surroundings& surroundings) const {
    std::vector<Diagnostic> found;
    for (const Document* policy : schemas::deployment(surroundings).policies)
      for (Diagnostic& one : check_policy(*policy, rules_)) found.push_back(std::move(one));
    return found;
  }

 private:
  // The first definition of the text, with the resources of its template.
  Checked check_in_template(const Source& source, asl::Surroundings surroundings) const {
    declarations_ = nullptr;
    Reading reading = read(source, 0, form_of(source.path()));
    if (reading.definitions.empty() || !reading.definitions.front().origin)
      return sfn::check(source, 0, rules_, surroundings);
    Definition& definition = reading.definitions.front();
    const size_t beside = surroundings.inputs.size() + schemas::deployment(surroundings).documents().size();
    declarations_ = schemas::declarations_around(definition, static_cast<FileId>(beside + 1));
    schemas::set_template(surroundings, definition, declarations_);
    Checked checked;
    checked.diagnostics = sfn::check(definition, 0, rules_, surroundings);
    checked.document = std::move(definition.document);
    return checked;
  }

  static RuleSet rules_for(const Rule& rule) {
    const Rule* const alone[] = {&rule};
    return RuleSet(rule.suppression ? rules::all() : std::span<const Rule* const>(alone));
  }

  const Rule& rule_;
  RuleSet rules_;
  mutable std::shared_ptr<const schemas::Declarations> declarations_;
};

}  // namespace sfn
