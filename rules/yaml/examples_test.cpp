// The examples of all rules, which are JSON, once more as YAML: rules must not notice.
#include <doctest/doctest.h>

#include <algorithm>

#include "lint/json/parse.h"
#include "lint/yaml/emit.h"
#include "lint/yaml/expected.h"
#include "lint/yaml/parse.h"
#include "rules/example_case.h"
#include "rules/registry.h"

using namespace sfn;

namespace {

// Of JSON's own spelling: escapes, bytes, marks.
bool is_about_json(const Rule& rule) {
  return rule.id == "yaml/ambiguous-number" || rule.id == "json/syntax" ||
         rule.id == "json/lone-surrogate-escape" || rule.id == "json/utf8-bom";
}

// A definition as YAML, with what a rule says of it.
struct Judged {
  Judged(std::string text, const Rule& rule, const asl::Surroundings& surroundings)
      : source("example.yaml", std::move(text)), parsed(yaml::parse(source, 0)) {
    const Rule* const alone[] = {&rule};
    if (parsed.document) found = check(*parsed.document, RuleSet(alone), surroundings);
  }
  Source source;
  yaml::Parsed parsed;
  std::vector<Diagnostic> found;
};

std::string in_words(const std::vector<Diagnostic>& found) {
  std::string text;
  for (const Diagnostic& one : found)
    text += std::to_string(one.place.node) + " " + std::to_string(static_cast<int>(one.place.part)) + " " +
            std::to_string(one.place.begin) + "-" + std::to_string(one.place.end) + " " + one.message + "\n";
  return text;
}

// JSON with bare placeholders is no YAML.
bool has_bare_placeholder(const Document& document) {
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document.node(id);
    if (node.kind == Kind::opaque && document.text()[node.value.begin] != '"') return true;
    if (node.key.end > node.key.begin && document.text()[node.key.begin] != '"') return true;
  }
  return false;
}

struct Counts {
  size_t examples = 0, findings = 0, fixes = 0, declined = 0;
};

// What a fix leaves of the YAML must be what it leaves of the JSON.
void check_fix(const Document& json, const Fix& of_json, const Judged& judged, const Fix& of_yaml,
               Counts& counts) {
  const auto wanted = json.render(of_json);
  if (!wanted) return;
  const auto edits = judged.parsed.document->render(of_yaml);
  ++counts.fixes;
  if (!edits) {
    MESSAGE("declined: ", of_yaml.title);
    ++counts.declined;
    return;
  }
  const Source json_after("a.json", applied(json.text(), *wanted));
  const Source yaml_after("a.yaml", applied(judged.source.text(), *edits));
  const json::Parsed right = json::parse(json_after, 0);
  const yaml::Parsed after = yaml::parse(yaml_after, 0);
  REQUIRE(right.document);
  REQUIRE_MESSAGE(after.document, yaml_after.text());
  CHECK_MESSAGE(yaml::Expected(*right.document).holds(*after.document), yaml_after.text());
}

void check_as_yaml(const Rule& rule, const Document& json, const std::vector<Diagnostic>& found,
                   const std::string& text, bool same_bytes, const asl::Surroundings& surroundings,
                   Counts& counts) {
  CAPTURE(text);
  const Judged judged(text, rule, surroundings);
  REQUIRE_MESSAGE(judged.parsed.document, (judged.parsed.fault ? judged.parsed.fault->message : ""));
  CHECK(in_words(judged.found) == in_words(found));
  if (judged.found.size() != found.size()) return;
  ++counts.examples;
  for (size_t i = 0; i < found.size(); ++i) {
    ++counts.findings;
    if (same_bytes) CHECK(judged.parsed.document->span(judged.found[i].place) == json.span(found[i].place));
    if (found[i].fix) check_fix(json, *found[i].fix, judged, *judged.found[i].fix, counts);
  }
}

Counts check_all(bool block) {
  Counts counts;
  for (const Rule* rule : rules::all()) {
    if (is_about_json(*rule)) continue;
    for (const Example& example : rule->examples) {
      if (!example.file.empty()) continue;
      CAPTURE(rule->id);
      CAPTURE(example.title);
      const ExampleBeside beside(example);
      const ExampleText definition(unmark(example.text).text);
      const json::Parsed parsed = json::parse(definition.source, 0);
      if (!parsed.document || has_bare_placeholder(*parsed.document)) continue;
      const Rule* const alone[] = {rule};
      const auto found = check(*parsed.document, RuleSet(alone), beside.surroundings);
      const std::string text = block ? yaml::after_dash(parsed.document->root(), 0, {}) + "\n"
                                     : std::string(definition.source.text());
      check_as_yaml(*rule, *parsed.document, found, text, !block, beside.surroundings, counts);
    }
  }
  return counts;
}

}  // namespace

TEST_SUITE("rules/yaml/examples") {
  TEST_CASE("an example read as YAML in flow style") {
    const Counts counts = check_all(false);
    CHECK(counts.examples > 900);
    CHECK(counts.fixes > 100);
    CHECK(counts.declined == 0);
  }

  TEST_CASE("an example written as YAML in block style") {
    const Counts counts = check_all(true);
    CHECK(counts.examples > 900);
    CHECK(counts.findings > 500);
    CHECK(counts.declined == 0);
  }
}
