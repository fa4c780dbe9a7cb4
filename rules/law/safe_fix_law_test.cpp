// A safe fix never silences a fault that is still there: over the examples of all rules, testdata/ok, and
// real definitions where they are at hand. SFN_LINT_LAW=all tries every mutant, SFN_LINT_LAW=N about N of
// each text; SFN_LINT_LAW_KNOWN=1 reports the known violations too.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "rules/example_case.h"
#include "rules/law/known.h"
#include "rules/law/law.h"
#include "rules/real_definitions.h"

using namespace sfn;
using namespace sfn::law;

namespace {

namespace fs = std::filesystem;

std::string load(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

size_t wanted(size_t usual) {
  const char* asked = std::getenv("SFN_LINT_LAW");
  if (asked == nullptr) return usual;
  return std::string_view(asked) == "all" ? 0 : static_cast<size_t>(std::atoi(asked));
}

bool is_known(const Violation& violation) {
  const auto fits = [&](const Known& known) {
    return (known.kind.empty() || known.kind == violation.kind) &&
           std::find(violation.rules.begin(), violation.rules.end(), known.rule) != violation.rules.end();
  };
  return std::any_of(std::begin(may_stay), std::end(may_stay), fits);
}

// What a search for `LAW` finds, a line each with what changed below it.
void report(const Law& law) {
  static const bool all = std::getenv("SFN_LINT_LAW_KNOWN") != nullptr;
  for (const Violation& one : law.violations()) {
    if (!all && is_known(one)) continue;
    std::string rules;
    for (const std::string_view rule : one.rules) rules.append(rules.empty() ? "" : ",").append(rule);
    FAIL_CHECK("LAW\t" << rules << "\t" << one.kind << "\t" << one.file << "\nfault:\n"
                       << one.fault << "left:\n"
                       << one.left);
  }
}

void hold_in_folder(const fs::path& folder, size_t count) {
  const RuleSet rules(rules::all());
  const asl::Surroundings nothing;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.file_size() < 30000) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    if (file.filename().string().find(".bad.") != std::string::npos) continue;
    Law law(file.filename().string(), file.string(), nothing, rules);
    law.hold(load(file), count);
    report(law);
  }
}

// The text of an example that is right; empty for others.
std::string_view right_text(const Example& example) {
  if (!example.policy.empty() || !example.task_role_policy.empty()) return {};
  return unmark(example.text).marks.empty() ? example.text : example.fixed;
}

}  // namespace

TEST_SUITE("rules/law") {
  TEST_CASE("the rules of known violations exist") {
    for (const Known& known : may_stay) CHECK_MESSAGE(rules::find(known.rule), known.rule);
  }

  TEST_CASE("safe fixes of single faults in the examples of all rules") {
    const RuleSet all(rules::all());
    for (const Rule* rule : rules::all())
      for (const Example& example : rule->examples) {
        const std::string_view right = right_text(example);
        if (right.empty()) continue;
        const ExampleBeside beside(example);
        Law law(std::string(rule->id) + ": " + std::string(example.title), example.file, beside.surroundings,
                all);
        law.hold(std::string(ExampleText(right, example.file).source.text()), wanted(1));
        report(law);
      }
  }

  TEST_CASE("safe fixes of single faults in the good definitions of testdata") {
    hold_in_folder(fs::path(SFN_LINT_ROOT) / "testdata" / "ok", wanted(4));
  }

  TEST_CASE("safe fixes of single faults in real definitions") {
    for (const fs::path& part :
         real_definitions(SFN_LINT_ROOT, {"field/cases", "corpus/valid", "corpus/yaml", "corpus/templates"}))
      hold_in_folder(part, wanted(1));
  }
}
