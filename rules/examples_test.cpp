// What every rule owes: its documentation, and examples that hold.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "lint/json/parse.h"
#include "lint/lint.h"
#include "rules/example_case.h"
#include "rules/registry.h"

using namespace sfn;

namespace {

namespace fs = std::filesystem;

std::string id_of(const fs::path& file) {
  std::string id = file.parent_path().filename().string() + "/" + file.stem().string();
  std::replace(id.begin(), id.end(), '_', '-');
  return id;
}

bool is_rule_file(const fs::path& file) {
  const std::string stem = file.stem().string();
  return file.extension() == ".cpp" && !stem.ends_with("_test") && !stem.ends_with("_fuzz");
}

std::vector<std::string> ids_of_files() {
  std::vector<std::string> ids;
  for (const auto& family : fs::directory_iterator(fs::path(SFN_LINT_ROOT) / "rules")) {
    if (!family.is_directory()) continue;
    for (const auto& file : fs::directory_iterator(family))
      if (is_rule_file(file.path())) ids.push_back(id_of(file.path()));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

Span span_of(const Checked& checked, Place place) {
  return checked.document ? checked.document->span(place) : Span{place.begin, place.end};
}

// Bytes [begin, end) of a text with guillemets around each place, as examples are written.
std::string marked(std::string_view all, uint32_t begin, size_t end, const std::vector<Span>& places) {
  std::string text;
  uint32_t at = begin;
  const auto copy_to = [&](uint32_t to) {
    if (to > at) text += all.substr(at, to - at);
    at = std::max(at, to);
  };
  for (const Span span : places) {
    copy_to(span.begin);
    text += "«";
    copy_to(span.end);
    text += "»";
  }
  copy_to(static_cast<uint32_t>(end));
  return text;
}

std::string marked(const ExampleText& definition, const Checked& checked) {
  std::vector<Span> places;
  for (const Diagnostic& diagnostic : checked.diagnostics)
    if (diagnostic.place.file == 0) places.push_back(span_of(checked, diagnostic.place));
  return marked(definition.source.text(), definition.begin, definition.begin + definition.text().size(),
                places);
}

void check_messages(const Checked& checked) {
  for (const Diagnostic& diagnostic : checked.diagnostics) {
    CAPTURE(diagnostic.message);
    CHECK_FALSE(diagnostic.message.empty());
    CHECK_FALSE(diagnostic.message.ends_with('.'));
    if (diagnostic.fix) {
      CHECK_FALSE(diagnostic.fix->title.empty());
      CHECK_FALSE(diagnostic.fix->changes.empty());
    }
  }
}

// A text that did not parse has no nodes, and all that a fix can change is bytes.
std::optional<std::vector<Edit>> edits_of(const Checked& checked, const Fix& fix) {
  if (checked.document) return checked.document->render(fix);
  std::vector<Edit> edits;
  for (const Change& change : fix.changes)
    edits.push_back({{change.place.begin, change.place.end}, change.name});
  return edits;
}

bool touches(const Edit& edit, const std::vector<Edit>& others) {
  return std::any_of(others.begin(), others.end(), [&](const Edit& other) {
    return edit.span.begin <= other.span.end && other.span.begin <= edit.span.end;
  });
}

// The edits of all fixes; what touches an earlier one waits for the next pass.
std::vector<Edit> edits_of(const Checked& checked) {
  std::vector<Edit> all;
  for (const Diagnostic& diagnostic : checked.diagnostics) {
    const auto edits = diagnostic.fix ? edits_of(checked, *diagnostic.fix) : std::nullopt;
    const auto taken = [&](const Edit& edit) { return touches(edit, all); };
    if (!edits || std::any_of(edits->begin(), edits->end(), taken)) continue;
    all.insert(all.end(), edits->begin(), edits->end());
  }
  std::sort(all.begin(), all.end(), [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  return all;
}

// An example as its findings leave it once they are all fixed.
void check_fixes(const Example& example, const ExampleRun& run, const asl::Surroundings& surroundings) {
  std::string text(ExampleText(unmark(example.text).text, example.file).source.text());
  for (int pass = 0; pass < 10; ++pass) {
    const Source source(std::string(example.file), text);
    const std::vector<Edit> edits = edits_of(run.check(source, surroundings));
    if (edits.empty()) break;
    text = applied(text, edits);
  }
  const ExampleText shown(example.fixed.empty() ? unmark(example.text).text : std::string(example.fixed),
                          example.file);
  CHECK(text == shown.source.text());
  if (!example.fixed.empty()) CHECK(run.check(shown.source, surroundings).diagnostics.empty());
}

// A policy is named in the last document beside the example, and what its fixes make of it in `fixed`.
bool has_policy(const Example& example) {
  return !example.policy.empty() || !example.task_role_policy.empty();
}

// What a rule says of a definition and of the policies beside it.
std::vector<Diagnostic> said(const ExampleText& definition, const ExampleBeside& beside,
                             const ExampleRun& run) {
  std::vector<Diagnostic> found = run.check(definition.source, beside.surroundings).diagnostics;
  for (Diagnostic& one : run.check_policies(beside.surroundings)) found.push_back(std::move(one));
  return found;
}

// The policy as its findings leave it once they are all fixed.
std::string fixed_policy(Example example, const ExampleText& definition, const ExampleRun& run) {
  std::string_view& policy = example.policy.empty() ? example.task_role_policy : example.policy;
  std::string text = unmark(policy).text;
  for (int pass = 0; pass < 10; ++pass) {
    policy = text;
    const ExampleBeside beside(example);
    Checked in_policy;
    for (Diagnostic& one : said(definition, beside, run))
      if (one.fix && one.fix->changes.front().place.file != 0)
        in_policy.diagnostics.push_back(std::move(one));
    std::vector<Edit> edits;
    for (const Diagnostic& one : in_policy.diagnostics) {
      const auto rendered = beside.documents.back().render(*one.fix);
      const auto taken = [&](const Edit& edit) { return touches(edit, edits); };
      if (rendered && std::none_of(rendered->begin(), rendered->end(), taken))
        edits.insert(edits.end(), rendered->begin(), rendered->end());
    }
    if (edits.empty()) break;
    std::sort(edits.begin(), edits.end(),
              [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    text = applied(text, edits);
  }
  return text;
}

void check_policy_example(const Example& example, const ExampleRun& run) {
  const ExampleBeside beside(example);
  const ExampleText definition(unmark(example.text).text);
  const std::string_view policy = example.policy.empty() ? example.task_role_policy : example.policy;
  std::vector<Span> places;
  for (const Diagnostic& one : said(definition, beside, run)) {
    CHECK_FALSE(one.message.empty());
    CHECK_FALSE(one.message.ends_with('.'));
    if (one.place.file != 0) places.push_back(beside.documents.back().span(one.place));
  }
  std::sort(places.begin(), places.end(), [](Span a, Span b) { return a.begin < b.begin; });
  const std::string text = unmark(policy).text;
  CHECK(marked(text, 0, text.size(), places) == policy);
  const std::string fixed = fixed_policy(example, definition, run);
  CHECK(fixed == (example.fixed.empty() ? text : std::string(example.fixed)));
  if (example.fixed.empty()) return;
  Example after = example;
  (example.policy.empty() ? after.task_role_policy : after.policy) = fixed;
  CHECK(said(definition, ExampleBeside(after), run).empty());
}

void check_example(const Rule& rule, const Example& example) {
  CAPTURE(rule.id);
  CAPTURE(example.title);
  const ExampleRun run(rule);
  const ExampleBeside beside(example);
  const ExampleText definition(unmark(example.text).text, example.file);
  const Checked checked = run.check(definition.source, beside.surroundings);
  CHECK(marked(definition, checked) == example.text);
  check_messages(checked);
  if (has_policy(example)) check_policy_example(example, run);
  else check_fixes(example, run, beside.surroundings);
}

// Rules whose example would be too long to print, or needs a folder of files. Tests of their own hold them.
bool speaks_in_no_example(const Rule& rule) {
  return rule.id == "template/missing-file" || rule.id == "json/read-as-yaml" ||
         rule.id == "template/found-unrendered" || rule.id == "json/definition-too-large" ||
         rule.id == "json/definition-nearly-too-large" || rule.id == "flow/history-estimate" ||
         rule.id.starts_with("policy/too-large");
}

bool speaks(const Example& example) {
  for (const std::string_view text : {example.text, example.policy, example.task_role_policy})
    if (!unmark(text).marks.empty()) return true;
  return false;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Findings must stay inside the text, whatever the definition.
void survive(std::string_view text, const RuleSet& rules, const asl::Surroundings& surroundings = {}) {
  const Source source("mutant", std::string(text));
  const Checked checked = check(source, 0, rules, surroundings);
  for (const Diagnostic& diagnostic : checked.diagnostics) {
    if (diagnostic.place.file != 0) continue;
    const Span span = span_of(checked, diagnostic.place);
    CAPTURE(diagnostic.rule->id);
    CAPTURE(text);
    REQUIRE(span.begin <= span.end);
    REQUIRE(span.end <= source.text().size());
  }
}

void survive_replacements(std::string_view text, const RuleSet& rules,
                          const asl::Surroundings& surroundings) {
  const Source source("example", std::string(text));
  const json::Parsed parsed = json::parse(source, 0);
  if (!parsed.document) return;
  for (NodeId id = 0; id < parsed.document->size(); ++id) {
    const Span span = parsed.document->node(id).value;
    for (const char* value : {"null", "{}", "[]", "[{}]", R"("")", R"("$.a[*]")", R"("{% $x %}")", "-1.5"})
      survive(std::string(text.substr(0, span.begin)).append(value).append(text.substr(span.end)), rules,
              surroundings);
  }
}

// Findings must stay inside the policy, whatever it is.
void survive_policy(Example example, std::string_view policy, const ExampleRun& run) {
  example.policy = policy;
  const ExampleBeside beside(example);
  for (const Diagnostic& one : said(ExampleText(unmark(example.text).text), beside, run)) {
    if (one.place.file == 0) continue;
    CAPTURE(policy);
    const Span span = beside.documents.back().span(one.place);
    REQUIRE(span.begin <= span.end);
    REQUIRE(span.end <= policy.size());
    REQUIRE(span.end > 0);
  }
}

void survive_policies(const Example& example, const ExampleRun& run) {
  const Source source("policy", unmark(example.policy).text);
  const json::Parsed parsed = json::parse(source, 0);
  const std::string_view text = source.text();
  for (NodeId id = 0; parsed.document && id < parsed.document->size(); ++id) {
    const Span span = parsed.document->node(id).value;
    for (const char* value : {"null", "{}", "[]", "[{}]", R"("")", R"("*")", R"("arn:")", "-1.5"})
      survive_policy(
          example, std::string(text.substr(0, span.begin)).append(value).append(text.substr(span.end)), run);
  }
}

}  // namespace

TEST_SUITE("rules/examples") {
  TEST_CASE("the id of a rule is the path of its file, and every rule is registered once") {
    std::vector<std::string> ids;
    for (const Rule* rule : rules::all()) ids.emplace_back(rule->id);
    std::sort(ids.begin(), ids.end());
    CHECK(ids == ids_of_files());
  }

  TEST_CASE("every rule is documented") {
    for (const Rule* rule : rules::all()) {
      CAPTURE(rule->id);
      CHECK_FALSE(rule->summary.empty());
      CHECK(rule->summary.find('\n') == std::string_view::npos);
      CHECK_FALSE(rule->summary.ends_with('.'));
      CHECK(rule->why.ends_with('.'));
      CHECK(rule->see.starts_with("https://"));
      CHECK(
          (speaks_in_no_example(*rule) || std::any_of(rule->examples.begin(), rule->examples.end(), speaks)));
      CHECK_FALSE(std::all_of(rule->examples.begin(), rule->examples.end(), speaks));
      for (const std::string_view other : rule->yields_to) CHECK_MESSAGE(rules::find(other), other);
    }
  }

  TEST_CASE("rules speak exactly where their examples say") {
    for (const Rule* rule : rules::all())
      for (const Example& example : rule->examples) check_example(*rule, example);
  }

  TEST_CASE("a rule survives its examples with any value replaced") {
    for (const Rule* rule : rules::all()) {
      const Rule* const alone[] = {rule};
      const RuleSet rules(alone);
      for (const Example& example : rule->examples) {
        const ExampleBeside beside(example);
        survive_replacements(ExampleText(unmark(example.text).text, example.file).source.text(), rules,
                             beside.surroundings);
      }
    }
  }

  TEST_CASE("a rule survives the policies of its examples with any value replaced") {
    for (const Rule* rule : rules::all())
      for (const Example& example : rule->examples)
        if (!example.policy.empty()) survive_policies(example, ExampleRun(*rule));
  }

  TEST_CASE("no rule crashes on a prefix of a definition") {
    const RuleSet rules(rules::all());
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SFN_LINT_ROOT) / "testdata")) {
      if (entry.path().extension() != ".json") continue;
      // Pairs of definitions that differ in a word: rules/data_test.cpp.
      if (entry.path().parent_path().parent_path().filename() == "data") continue;
      const std::string text = read(entry.path());
      const size_t step = text.size() / 500 + 1;  // a few hundred of each file are enough
      for (size_t length = 0; length <= text.size(); length += step) survive(text.substr(0, length), rules);
    }
  }
}
