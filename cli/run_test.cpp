// Whole runs: what goes where, and the exit status.
#include "cli/run.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "cli/trial.h"

using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;

// A folder with one broken and one good definition.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "sfn-lint-XXXXXX").string();
    path = ::mkdtemp(name.data());
    std::ofstream(path / "bad.json") << "{\"StartAt\": \"A\",}";
    std::ofstream(path / "good.json")
        << R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})";
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  fs::path path;
};

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_SUITE("cli/run") {
  TEST_CASE("the report goes to standard output, the summary to standard error") {
    const Folder folder;
    const Trial bad = run_in(folder.path, {"bad.json", "good.json"});
    CHECK(bad.status == 1);
    CHECK(bad.out.starts_with("bad.json:1:16: error: "));
    CHECK(bad.err == "1 error in 2 files (1 fixable with --fix)\n");
    CHECK(run_in(folder.path, {"--quiet", "bad.json"}).err.empty());
    CHECK(run_in(folder.path, {"--fail-on", "never", "bad.json"}).status == 0);
    CHECK(run_in(folder.path, {"--ignore", "json", "bad.json"}).status == 0);
    CHECK(run_in(folder.path, {"good.json"}).status == 0);
  }

  TEST_CASE("--output writes a file, and says so where it cannot") {
    const Folder folder;
    CHECK(run_in(folder.path, {"--output", "report", "bad.json"}).out.empty());
    CHECK(fs::file_size(folder.path / "report") > 50);
    const Trial trial = run_in(folder.path, {"--output", "none/report", "good.json"});
    CHECK(trial.status == 3);
    CHECK(trial.err == "sfn-lint: none/report: No such file or directory\n");
  }

  TEST_CASE("--statistics counts the findings of each rule") {
    const Folder folder;
    CHECK(run_in(folder.path, {"--statistics", "bad.json", "good.json"}).out ==
          "     1  error   json/syntax\n");
    CHECK(holds(run_in(folder.path, {"--statistics", "--format", "json", "bad.json"}).out,
                R"("statistics":[{"rule":"json/syntax","severity":"error","count":1}])"));
  }

  TEST_CASE("colour: only where it is wanted") {
    const Folder folder;
    CHECK_FALSE(holds(run_in(folder.path, {"bad.json"}).out, "\x1b["));
    CHECK(holds(run_in(folder.path, {"--color", "always", "bad.json"}).out, "\x1b["));
    std::string out;
    const auto on_terminal = [&](bool no_color) {
      out.clear();
      run({(folder.path / "bad.json").string()}, {[&](std::string_view text) { return out += text, true; },
                                                  [](std::string_view) { return true; }, true, no_color});
      return holds(out, "\x1b[");
    };
    CHECK(on_terminal(false));
    CHECK_FALSE(on_terminal(true));
  }

  TEST_CASE("a report that cannot be written is a failure") {
    const Folder folder;
    const auto full = [](std::string_view) { return false; };
    CHECK(run({(folder.path / "bad.json").string()}, {full, full}) == 3);
    CHECK(run({"rules"}, {full, full}) == 3);
  }

  TEST_CASE("inputs: unreadable is status 3, not JSON status 2") {
    const Folder folder;
    const Trial missing = run_in(folder.path, {"--task-definition", "none.json", "good.json"});
    CHECK(missing.status == 3);
    CHECK(missing.err == "sfn-lint: none.json: No such file or directory\n");
    const Trial broken = run_in(folder.path, {"--input", "bad.json", "good.json"});
    CHECK(broken.status == 2);
    CHECK(broken.err.starts_with("sfn-lint: bad.json: line 1, column 16: "));
    CHECK(run_in(folder.path, {"--input", "good.json", "good.json"}).status == 0);
  }

  TEST_CASE("a sample input next to its definition is read, unless one is named") {
    const Folder folder;
    std::ofstream(folder.path / "a.asl.json")
        << R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.x", "End": true}}})";
    const std::vector<std::string> arguments{"--select", "path/not-in-input", "a.asl.json"};
    CHECK(run_in(folder.path, arguments).status == 0);
    std::ofstream(folder.path / "a.input.json") << R"({"y": 1})";
    const Trial missing = run_in(folder.path, arguments);
    CHECK(missing.status == 1);
    CHECK(holds(missing.out, "a.asl.json:1:65: error: `$.x` is not in the sample input [path/not-in-input]"));
    CHECK(holds(missing.out, "\na.input.json:1:1: note: "));
    std::ofstream(folder.path / "good.input.json") << R"({"x": 1})";
    CHECK(run_in(folder.path, {"--input", "good.input.json", "a.asl.json"}).status == 0);
    std::ofstream(folder.path / "a.input.json") << R"({"y": 1,})";
    const Trial broken = run_in(folder.path, arguments);
    CHECK(broken.status == 3);
    CHECK(broken.err.starts_with("sfn-lint: a.asl.json: sample input a.input.json: line 1, column 8: "));
  }

  TEST_CASE("explain and rules print what the rules say of themselves") {
    const std::string text = run({"explain", "json/syntax"}).out;
    CHECK(text.starts_with("json/syntax (error)\n\nFinds: "));
    CHECK(holds(text, "\nWrong: a trailing comma\n\n"));
    CHECK(holds(text, "\n" + std::string(4 + 51, ' ') + "^\n"));
    CHECK(holds(text, "\nSee: https://"));
    CHECK(holds(run({"rules"}).out, "json/syntax "));
    CHECK(holds(run({"rules", "--format", "markdown"}).out, "| [`json/syntax`](json/syntax.md)"));
    CHECK(holds(run({"rules", "--format", "json"}).out, "\"id\": \"json/syntax\""));
  }
}
