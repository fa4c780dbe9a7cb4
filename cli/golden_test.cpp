// Whole runs over testdata, compared with the output that was reviewed. SFN_LINT_UPDATE_GOLDENS=1 rewrites
// it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "cli/report/finding.h"
#include "cli/report/report.h"
#include "cli/trial.h"
#include "cli/version.h"
#include "rules/example_case.h"
#include "rules/registry.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;

const fs::path testdata = fs::path(SFN_LINT_ROOT) / "testdata";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Words, split at white space; none where there is no such file.
std::vector<std::string> words(const fs::path& path) {
  std::istringstream in(read(path));
  return {std::istream_iterator<std::string>(in), {}};
}

bool updating() { return std::getenv("SFN_LINT_UPDATE_GOLDENS") != nullptr; }

// Goldens that are not there at all are not missed; one of a folder that has others is.
bool wanted(const fs::path& folder) { return updating() || fs::exists(folder); }

void compare(const std::string& actual, const fs::path& golden) {
  if (updating() && actual != read(golden)) {
    fs::create_directories(golden.parent_path());
    std::ofstream(golden, std::ios::binary) << actual;
  }
  INFO("SFN_LINT_UPDATE_GOLDENS=1 build/dev/sfn-lint-tests -ts=cli/golden rewrites " << golden.string());
  CHECK(actual == read(golden));
}

std::vector<fs::path> entries(const fs::path& folder) {
  std::vector<fs::path> found;
  if (!fs::exists(folder)) return found;
  for (const auto& entry : fs::directory_iterator(folder)) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

// What the program prints for one file in its folder: report, summary and exit status.
std::string text_of(const fs::path& file) {
  std::vector<std::string> arguments{"--no-config", file.filename().string()};
  for (std::string& word : words(file.parent_path() / "args")) arguments.push_back(std::move(word));
  const Trial trial = run_in(file.parent_path(), arguments);
  return trial.out + trial.err + "exit status " + std::to_string(trial.status) + "\n";
}

// A new version is no new report.
std::string without_version(std::string report) {
  const std::string field = "\"version\":\"" + std::string(version) + "\"";
  if (const size_t at = report.find(field); at != std::string::npos)
    report.replace(at, field.size(), R"("version":"VERSION")");
  return report;
}

// input.asl.json, input.template.yaml, ..., main.tf
fs::path input_of(const fs::path& folder) {
  for (const fs::path& file : entries(folder))
    if (file.filename().string().starts_with("input.") || file.filename() == "main.tf") return file;
  return folder / "input.asl.json";
}

// The findings of one rule over its own examples.
std::string messages_of(const Rule& rule) {
  const ExampleRun run(rule);
  const auto reporter = make_reporter("text", {});
  std::string text;
  for (const Example& example : rule.examples) {
    const ExampleBeside beside(example);
    const ExampleText definition(unmark(example.text).text, example.file);
    Checked checked = run.check(definition.source, beside.surroundings);
    for (Diagnostic& one : run.check_policies(beside.surroundings))
      checked.diagnostics.push_back(std::move(one));
    if (checked.diagnostics.empty()) continue;
    std::vector<Reference> files{
        {"example", definition.source.text(), checked.document ? &*checked.document : nullptr}};
    for (size_t i = 0; i < beside.sources.size(); ++i)
      files.push_back({"beside", beside.sources[i].text(), &beside.documents[i]});
    for (const Document* resources : run.resources())
      files.push_back({"example", definition.source.text(), resources});
    text += "# " + std::string(example.title) + "\n";
    reporter->file("example", resolve(checked.diagnostics, files), text);
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_SUITE("cli/golden") {
  TEST_CASE("bad definitions: the whole report") {
    for (const fs::path& folder : entries(testdata / "bad"))
      compare(text_of(input_of(folder)), folder / "expected.txt");
  }

  TEST_CASE("configurations: the whole report of their folders") {
    for (const fs::path& folder : entries(testdata / "config")) {
      const Trial trial = run_in(folder, {"."});
      compare(trial.out + trial.err + "exit status " + std::to_string(trial.status) + "\n",
              folder / "expected.txt");
    }
  }

  TEST_CASE("the samples of the page that the product starts from") {
    if (!wanted(testdata / "seed" / "expected")) return;
    for (const fs::path& file : entries(testdata / "seed"))
      if (file.string().ends_with(".asl.json"))
        compare(text_of(file), testdata / "seed" / "expected" / (file.stem().stem().string() + ".txt"));
  }

  TEST_CASE("good definitions: silence") {
    size_t checked = 0;
    for (const auto& entry : fs::recursive_directory_iterator(testdata / "ok")) {
      // A sample input is read with its definition.
      if (!entry.is_regular_file() || entry.path().string().ends_with(".input.json")) continue;
      CAPTURE(entry.path().string());
      CHECK(text_of(entry.path()) == "1 file checked, nothing found\nexit status 0\n");
      ++checked;
    }
    CHECK(checked > 100);
  }

  TEST_CASE("every format") {
    for (const fs::path& folder : entries(testdata / "formats"))
      for (const std::string& format : report_formats()) {
        std::vector<std::string> arguments{"--no-config", "--format", format};
        for (std::string& word : words(folder / "args")) arguments.push_back(std::move(word));
        compare(without_version(run_in(folder, arguments).out), folder / ("expected." + format));
      }
  }

  TEST_CASE("the messages of every rule over its examples") {
    if (!wanted(testdata / "messages")) return;
    for (const Rule* rule : rules::all())
      compare(messages_of(*rule), testdata / "messages" / (std::string(rule->id) + ".txt"));
  }
}
