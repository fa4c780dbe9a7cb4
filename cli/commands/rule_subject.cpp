#include "cli/commands/rule_subject.h"

#include <algorithm>

#include "lint/asl/expression.h"
#include "lint/asl/fields.h"
#include "lint/asl/machine.h"

namespace sfn::cli {

namespace {

template <typename Kind, typename Name>
void add(std::vector<std::string>& words, Kinds<Kind> kinds, size_t count, const Name& name) {
  if (kinds.everything()) return;
  for (size_t i = 0; i < count; ++i)
    if (const auto kind = static_cast<Kind>(i); kinds.has(kind)) words.emplace_back(name(kind));
}

// "retrier" for "a retrier".
std::string_view without_article(std::string_view text) { return text.substr(text.find(' ') + 1); }

std::string_view language_name(asl::QueryLanguage language) {
  return language == asl::QueryLanguage::jsonata ? "JSONata" : "JSONPath";
}

std::string_view expression_name(asl::ExpressionKind kind) {
  constexpr std::string_view names[] = {"text", "path", "intrinsic function", "text under `.$`",
                                        "JSONata expression"};
  return names[static_cast<size_t>(kind)];
}

}  // namespace

std::vector<std::string> subjects(const Rule& rule) {
  const About& about = rule.about;
  std::vector<std::string> words;
  if (!about.call.empty()) words.emplace_back(about.call);
  add(words, about.states, 9, [](asl::StateType type) { return asl::name(type); });
  add(words, about.constructs, asl::construct_kinds,
      [](asl::ConstructKind kind) { return without_article(asl::describe(kind)); });
  add(words, about.expressions, 5, [](asl::ExpressionKind kind) { return expression_name(kind); });
  add(words, about.languages, 2, [](asl::QueryLanguage language) { return language_name(language); });
  return words;
}

bool is_about(const Rule& rule, std::string_view subject) {
  const std::vector<std::string> words = subjects(rule);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return word == subject || (word.starts_with(subject) && word.substr(subject.size()).starts_with(':'));
  });
}

std::vector<std::string> needs(const Rule& rule) {
  std::vector<std::string> names;
  if (rule.helped_by) names.emplace_back(rule.helped_by->name);
  for (const asl::Requirement* one : rule.needs)
    if (one) names.emplace_back(one->name);
  return names;
}

}  // namespace sfn::cli
