#include "cli/config/baseline.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "cli/scratch.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

// One error (flow/next-target) and one warning (structure/end-false) in state A.
const std::string two_faults =
    R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": false, "Next": "B"}}})";
const std::string good = R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})";

// A Choice with as many `Next` that lead nowhere.
std::string choice(int wrong) {
  std::string rules;
  for (int i = 0; i < wrong; ++i) rules += R"({"Variable": "$.a", "IsNull": true, "Next": "N"},)";
  rules.pop_back();
  return R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [)" + rules +
         R"(], "Default": "A"}}})";
}

}  // namespace

TEST_SUITE("cli/config/baseline") {
  TEST_CASE("what is written is known, and only what is new is reported") {
    const Scratch folder;
    folder.write("x.asl.json", two_faults);
    folder.write("a/y.asl.json", "{");
    Trial trial = folder.run({"--write-baseline", "known.json", "."});
    CHECK(trial.status == 0);
    CHECK(trial.out.empty());
    CHECK(trial.err == "3 known findings written to known.json\n2 files checked, nothing found\n");
    CHECK(folder.read("known.json") == R"({
  "version": 1,
  "findings": [
    {
      "file": "a/y.asl.json",
      "rule": "json/syntax",
      "pointer": ""
    },
    {
      "file": "x.asl.json",
      "rule": "structure/end-false",
      "pointer": "/States/A/End",
      "state": "A"
    },
    {
      "file": "x.asl.json",
      "rule": "flow/next-target",
      "pointer": "/States/A/Next",
      "state": "A"
    }
  ]
}
)");
    trial = folder.run({"--baseline", "known.json", "."});
    CHECK(trial.status == 0);
    CHECK(trial.out.empty());
    CHECK(trial.err == "3 known findings hidden\n2 files checked, nothing found\n");
    folder.write("z.asl.json", two_faults);
    trial = folder.run({"--baseline", "known.json", "."});
    CHECK(trial.status == 1);
    CHECK(trial.out.starts_with("z.asl.json:1:"));
    CHECK(trial.err.starts_with("3 known findings hidden\n1 error, 1 warning in 3 files"));
  }

  TEST_CASE("lines do not matter, doubles count") {
    const Scratch folder;
    folder.write("x.asl.json", two_faults);
    CHECK(folder.run({"--write-baseline", "known.json", "x.asl.json"}).status == 0);
    folder.write("x.asl.json", "\n\n\n" + two_faults);
    CHECK(folder.run({"--baseline", "known.json", "x.asl.json"}).status == 0);

    // Two findings at one place: a doubled key gives one pointer to both.
    const std::string twice =
        R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B", "Next": "C"}}})";
    folder.write("x.asl.json", twice);
    CHECK(folder.run({"--write-baseline", "known.json", "x.asl.json"}).status == 0);
    CHECK(folder.run({"--baseline", "known.json", "x.asl.json"}).out.empty());
    folder.write("x.asl.json",
                 R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}})");
    const Trial trial = folder.run({"--baseline", "known.json", "x.asl.json"});
    CHECK(trial.out.empty());
    CHECK(trial.err.find("not found again") != std::string::npos);
  }

  TEST_CASE("what is no longer found is counted, if the file was checked by the rule") {
    const Scratch folder;
    folder.write("x.asl.json", two_faults);
    folder.write("y.asl.json", two_faults);
    CHECK(folder.run({"--write-baseline", "known.json", "."}).status == 0);
    folder.write("x.asl.json", good);
    CHECK(folder.run({"--baseline", "known.json", "."}).err ==
          "2 known findings hidden, 2 not found again\n2 files checked, nothing found\n");
    CHECK(
        folder.run({"--baseline", "known.json", "y.asl.json"}).err.starts_with("2 known findings hidden\n"));
    CHECK(folder.run({"--baseline", "known.json", "--select", "flow", "."})
              .err.starts_with("1 known finding hidden, 1 not found again\n"));
  }

  TEST_CASE("paths are relative to the baseline, wherever the program runs") {
    const Scratch folder;
    folder.write("a/x.asl.json", two_faults);
    CHECK(folder.run({"--write-baseline", "b/known.json", "a/x.asl.json"}).status == 3);  // no such folder
    folder.write("b/empty", "");
    CHECK(folder.run({"--write-baseline", "b/known.json", "a/x.asl.json"}).status == 0);
    CHECK(folder.read("b/known.json").find(R"("file": "../a/x.asl.json")") != std::string::npos);
    CHECK(run_in(folder.path("a"), {"--baseline", "../b/known.json", "."}).status == 0);
    CHECK(run_in(folder.path("a"), {"--baseline", "../b/known.json", folder.path("a/x.asl.json")}).status ==
          0);
  }

  TEST_CASE("it holds for every format, for severities that changed, and with fixes") {
    const Scratch folder;
    folder.write("x.asl.json", two_faults);
    CHECK(folder.run({"--write-baseline", "known.json", "x.asl.json"}).status == 0);
    CHECK(folder.run({"--baseline", "known.json", "--format", "json", "x.asl.json"})
              .out.starts_with(R"({"version":1,"diagnostics":[],)"));
    CHECK(
        folder.run({"--baseline", "known.json", "--format", "sarif", "x.asl.json"}).out.find("next-target") ==
        std::string::npos);
    CHECK(folder
              .run({"--baseline", "known.json", "--severity", "flow=warning", "--fail-on", "warning",
                    "x.asl.json"})
              .status == 0);
    const Trial trial = folder.run({"--baseline", "known.json", "--fix", "x.asl.json"});
    CHECK(trial.status == 0);
    CHECK(trial.err.find("not found again") != std::string::npos);
    CHECK(folder.read("x.asl.json") != two_faults);
  }

  TEST_CASE("the same findings give the same bytes, in whatever order files are named") {
    const Scratch folder;
    folder.write("x.asl.json", choice(3));
    folder.write("y.asl.json", two_faults);
    CHECK(folder.run({"--write-baseline", "1.json", "x.asl.json", "y.asl.json"}).status == 0);
    CHECK(folder.run({"--write-baseline", "2.json", "-j2", "y.asl.json", "x.asl.json"}).status == 0);
    CHECK(folder.read("1.json") == folder.read("2.json"));
    CHECK_FALSE(folder.read("1.json").empty());
  }

  TEST_CASE("a baseline with mistakes") {
    const Scratch folder;
    folder.write("x.asl.json", good);
    const std::pair<const char*, const char*> cases[] = {
        {"", "known.json:1:1: error: "},
        {"[]", "known.json:1:1: error: a baseline needs `\"version\": 1`\n"},
        {R"({"version": 2})", "known.json:1:13: error: a baseline needs `\"version\": 1`\n"},
        {R"({"version": 1})", "known.json:1:1: error: a baseline needs a list `findings`\n"},
        {R"({"version": 1, "findings": {}})", "known.json:1:28: error: a baseline needs a list `findings`\n"},
        {R"({"version": 1, "findings": [5]})", "known.json:1:29: error: a known finding must be an object\n"},
        {R"({"version": 1, "findings": [{"file": "x"}]})", "known.json:1:29: error: `rule` is missing\n"},
        {R"({"version": 1, "findings": [{"file": 5, "rule": "x"}]})",
         "known.json:1:38: error: `file` must be a string\n"},
        {R"({"version": 1, "findings": [{"file": "x", "rule": "x", "count": 0}]})",
         "known.json:1:65: error: `count` must be an integer of at least 1\n"},
    };
    for (const auto& [text, expected] : cases) {
      folder.write("known.json", text);
      const Trial trial = folder.run({"--baseline", "known.json", "x.asl.json"});
      CAPTURE(trial.err);
      CHECK(trial.status == 2);
      CHECK(trial.err.starts_with(expected));
    }
    CHECK(folder.run({"--baseline", "none.json", "x.asl.json"}).status == 3);
    CHECK(folder.run({"--baseline", ".", "x.asl.json"}).status == 3);
    CHECK(folder.run({"--baseline", "known.json", "--write-baseline", "a", "x.asl.json"}).status == 2);
  }

  TEST_CASE("rules that no longer exist are stale, names with placeholders are known") {
    const Scratch folder;
    folder.write("x.asl.json",
                 R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"},)"
                 R"( "${X}": {"Type": "Pass", "End": false, "Next": "A"}}})");
    CHECK(folder.run({"--write-baseline", "known.json", "x.asl.json"}).status == 0);
    CHECK(folder.run({"--baseline", "known.json", "x.asl.json"}).out.empty());
    folder.write("known.json",
                 R"({"version": 1, "findings": [{"file": "x.asl.json", "rule": "ecs/gone", "count": 2}]})");
    CHECK(folder.run({"--baseline", "known.json", "x.asl.json"})
              .err.starts_with("0 known findings hidden, 2 not found again\n"));
  }
}
