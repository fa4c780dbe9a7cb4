// Configuration as whole runs see it: which file counts, and what it changes.
#include "cli/config/configs.h"

#include <doctest/doctest.h>

#include <thread>

#include "cli/scratch.h"
#include "cli/trial.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

// One error (flow/next-target) and one warning (structure/end-false).
const std::string faulty =
    R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": false, "Next": "B"}}})";

// The rules of the findings of a run, in their order.
std::string found(const Scratch& folder, std::vector<std::string> arguments) {
  const Trial trial = folder.run(std::move(arguments));
  INFO(trial.err);
  std::string rules;
  for (size_t at = 0; (at = trial.out.find(" [", at)) != std::string::npos; ++at) {
    const size_t line = trial.out.rfind('\n', at) + 1;
    const std::string head = trial.out.substr(line, at - line);
    rules += (rules.empty() ? "" : " ") +
             std::string(head.find(": error: ") != std::string::npos ? "error " : "") +
             trial.out.substr(at + 2, trial.out.find(']', at) - at - 2);
  }
  return rules;
}

}  // namespace

TEST_SUITE("cli/config/configs") {
  TEST_CASE("the nearest file above counts, whole") {
    const Scratch folder;
    folder.write(".sfn-lint.json", R"({"ignore": ["flow"]})");
    folder.write("a/x.asl.json", faulty);
    folder.write("a/b/.sfn-lint.json", R"({"ignore": ["structure"]})");
    folder.write("a/b/c/x.asl.json", faulty);
    CHECK(found(folder, {"a/x.asl.json"}) == "structure/end-false");
    CHECK(found(folder, {"a/b/c/x.asl.json"}) == "error flow/next-target");
    CHECK(found(folder, {"./a/./b/../x.asl.json"}) == "structure/end-false");
    CHECK(found(folder, {"."}) == "error flow/next-target structure/end-false");
    CHECK(found(folder, {"--no-config", "a/x.asl.json"}) == "structure/end-false error flow/next-target");
    CHECK(found(folder, {"--config", "a/b/.sfn-lint.json", "a/x.asl.json"}) == "error flow/next-target");
    CHECK(found(folder, {(folder / "a/x.asl.json").string()}) == "structure/end-false");
  }

  TEST_CASE("the command line wins") {
    const Scratch folder;
    folder.write("x.asl.json", faulty);
    folder.write(
        ".sfn-lint.json",
        R"({"ignore": ["flow"], "severity": {"structure/end-false": "off"}, "min-severity": "error"})");
    CHECK(found(folder, {"x.asl.json"}).empty());
    CHECK(found(folder, {"--select", "flow/next-target", "x.asl.json"}) == "error flow/next-target");
    CHECK(found(folder, {"--severity", "structure=error", "x.asl.json"}) == "error structure/end-false");
    CHECK(found(folder, {"--severity", "structure=warning", "x.asl.json"}).empty());
    CHECK(found(folder, {"--severity", "structure=warning", "--fail-on", "warning", "x.asl.json"}) ==
          "structure/end-false");
    CHECK(found(folder, {"--severity", "structure=warning", "--min-severity", "info", "x.asl.json"}) ==
          "structure/end-false");
  }

  TEST_CASE("severities decide what is seen and the exit status") {
    const Scratch folder;
    folder.write("x.asl.json", faulty);
    folder.write("y.asl.json", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})");
    folder.write(".sfn-lint.json", R"({"severity": {"flow": "info", "flow/next-target": "warning"}})");
    Trial trial = folder.run({"x.asl.json"});
    CHECK(trial.status == 0);
    CHECK(trial.err.starts_with("2 warnings in 1 file"));
    CHECK(folder.run({"--fail-on", "warning", "x.asl.json"}).status == 1);
    folder.write(
        ".sfn-lint.json",
        R"({"severity": {"flow": "off", "structure": "error", "practice/machine-comment": "error"}})");
    trial = folder.run({"x.asl.json", "y.asl.json"});
    CHECK(trial.status == 1);
    CHECK(trial.out.find("error: ") != std::string::npos);
    CHECK(trial.out.find("[practice/machine-comment]") != std::string::npos);  // advice by itself
    CHECK(trial.out.find("next-target") == std::string::npos);
  }

  TEST_CASE("failing on advice shows advice, unless asked otherwise") {
    const auto least = [](std::optional<Severity> fail_on, std::optional<Severity> minimum) {
      Configs::Wanted wanted{Configs::Source::none, {}, {}, fail_on};
      wanted.command_line.min_severity = minimum;
      Configs configs(wanted);
      size_t infos = 0, warnings = 0;
      for (const Rule* rule : configs.choice("").setup->selection.rules)
        ++(rule->severity == Severity::info ? infos : warnings);
      return infos > 0 ? "info" : "more";
    };
    CHECK(least(Severity::error, std::nullopt) == std::string("more"));
    CHECK(least(Severity::info, std::nullopt) == std::string("info"));
    CHECK(least(Severity::info, Severity::error) == std::string("more"));
    CHECK(least(std::nullopt, std::nullopt) == std::string("more"));
  }

  TEST_CASE("overrides count for the files that they name; later ones win") {
    const Scratch folder;
    folder.write(".sfn-lint.json", R"({"overrides": [
      {"files": ["legacy"], "ignore": ["flow"]},
      {"files": ["legacy/new/*.json"], "select": ["flow"]},
      {"files": ["express.*"], "type": "express"}]})");
    for (const char* name : {"x.asl.json", "legacy/x.asl.json", "legacy/new/x.asl.json"})
      folder.write(name, faulty);
    CHECK(found(folder, {"x.asl.json"}) == "structure/end-false error flow/next-target");
    CHECK(found(folder, {"legacy/x.asl.json"}) == "structure/end-false");
    CHECK(found(folder, {"legacy/new/x.asl.json"}) == "error flow/next-target");
    const std::string waits =
        R"({"Comment": "c", "StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 301, "End": true}}})";
    folder.write("express.asl.json", waits);
    folder.write("a/standard.asl.json", waits);
    CHECK(found(folder, {"express.asl.json"}) == "structure/wait-too-long");
    CHECK(found(folder, {"a/standard.asl.json"}).empty());
    CHECK(found(folder, {"--type", "standard", "express.asl.json"}).empty());
  }

  TEST_CASE("what is excluded is left out of folders, but not when it is named") {
    const Scratch folder;
    folder.write(".sfn-lint.json", R"({"exclude": ["old", "*.draft.asl.json"]})");
    for (const char* name : {"x.asl.json", "old/x.asl.json", "a/y.draft.asl.json"})
      folder.write(name, faulty);
    CHECK(folder.run({"."}).err.starts_with("1 error, 1 warning in 1 file"));
    CHECK(folder.run({"--show-files"}).out == "x.asl.json\n");
    CHECK(folder.run({"old/x.asl.json"}).err.starts_with("1 error, 1 warning in 1 file"));
  }

  TEST_CASE("declared placeholders are linted as their values, and places are those of the placeholders") {
    const Scratch folder;
    folder.write(".sfn-lint.json", R"({"placeholders": {"Next": "Q", "Wait": -5, "Kind": "as"}})");
    folder.write("x.asl.json",
                 "{\"Comment\": \"c\", \"StartAt\": \"A\", \"States\": {\n"
                 "\"A\": {\"Type\": \"W${Kind}t\", \"Seconds\": ${Wait}, \"Next\": \"${Next}\"}}}");
    const Trial trial = folder.run({"x.asl.json"});
    CHECK(trial.out.find("x.asl.json:2:15: error: `Type` must be `Task`") != std::string::npos);
    CHECK(folder.run({"--no-config", "x.asl.json"}).status == 0);
  }

  TEST_CASE("a template replaces what is written, whatever is declared") {
    const Scratch folder;
    folder.write(".sfn-lint.json", R"({"placeholders": {"Used": "Q", "Lost": "R"}})");
    folder.write("template.json",
                 R"({"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
      "DefinitionSubstitutions": {"Used": "a"},
      "DefinitionString": "{\"Comment\": \"c\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"${Used}\"}, \"B\": {\"Type\": \"Pass\", \"Result\": \"${Lost}\", \"End\": true}}}"
      }}}})");
    const Trial trial = folder.run({"template.json"});
    CAPTURE(trial.out);
    CHECK(trial.out.find("no state is called `Q`") != std::string::npos);
    CHECK(trial.out.find("template.json:3:178: ") != std::string::npos);
    CHECK(found(folder, {"--select", "template", "template.json"}) == "template/undeclared-substitution");
  }

  TEST_CASE("standard input is where the program runs, or where its name says") {
    const Scratch folder;
    folder.write(".sfn-lint.json", R"({"ignore": ["flow"]})");
    folder.write("a/.sfn-lint.json", R"({"ignore": ["structure"]})");
    std::string current = std::filesystem::current_path().string();
    std::filesystem::current_path(folder / "");
    Configs configs({});
    std::filesystem::current_path(current);
    const auto ran = [&](std::string_view path, std::string_view id) {
      for (const Rule* rule : configs.choice(path).setup->selection.rules)
        if (rule->id == id) return true;
      return false;
    };
    CHECK_FALSE(ran("", "flow/next-target"));
    CHECK(ran("", "structure/end-false"));
    CHECK(ran("a/name.asl.json", "flow/next-target"));
    CHECK_FALSE(ran("a/b/c/name.asl.json", "structure/end-false"));
  }

  TEST_CASE("a file with mistakes stops what is below it, is said once, and the others are checked") {
    const Scratch folder;
    folder.write("a/.sfn-lint.json", R"({"slect": []})");
    for (const char* name : {"x.asl.json", "a/x.asl.json", "a/b/x.asl.json"}) folder.write(name, faulty);
    Trial trial = folder.run({"."});
    CHECK(trial.status == 2);
    CHECK(
        trial.err.starts_with("a/.sfn-lint.json:1:2: error: unknown key `slect`; did you mean `select`?\n"
                              "    1 | {\"slect\": []}\n"
                              "      |  ^^^^^^^\n"
                              "1 error, 1 warning in 1 file"));
    CHECK(folder.run({"--show-files"}).status == 2);
    CHECK(folder.run({"--format", "github", "."}).out.find("its configuration cannot be used") !=
          std::string::npos);
    trial = folder.run({"--config", "a/.sfn-lint.json", "x.asl.json"});
    CHECK(trial.status == 2);
    CHECK(trial.out.empty());
    CHECK(folder.run({"--no-config", "."}).status == 1);
  }

  TEST_CASE("files that cannot be read") {
    const Scratch folder;
    folder.write("x.asl.json", faulty);
    Trial trial = folder.run({"--config", "none.json", "x.asl.json"});
    CHECK(trial.status == 3);
    CHECK(trial.err == "sfn-lint: none.json: No such file or directory\n");
    std::filesystem::create_directory(folder / ".sfn-lint.json");
    trial = folder.run({"x.asl.json"});
    CHECK(trial.status == 3);
    CHECK(trial.err.starts_with("sfn-lint: .sfn-lint.json: Is a directory\n"));
    std::filesystem::remove(folder / ".sfn-lint.json");
    folder.write(".sfn-lint.json", "");
    std::filesystem::resize_file(folder / ".sfn-lint.json", 200 << 20);
    CHECK(folder.run({"x.asl.json"}).err.find("larger than 64 MiB") != std::string::npos);
  }

  TEST_CASE("many threads ask at once") {
    const Scratch folder;
    folder.write(".sfn-lint.json", R"({"overrides": [{"files": ["a1*"], "ignore": ["flow"]}]})");
    Configs configs({});
    const std::string root = (folder / "").string();
    std::vector<std::thread> threads;
    std::vector<size_t> rules(4);
    for (size_t t = 0; t < rules.size(); ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 300; ++i)
          rules[t] +=
              configs.choice(root + "a" + std::to_string(i) + "/x.json").setup->selection.rules.size();
      });
    for (std::thread& thread : threads) thread.join();
    CHECK(rules[0] > 0);
    for (const size_t sum : rules) CHECK(sum == rules[0]);
  }

  TEST_CASE("init writes a configuration that says nothing yet, and overwrites nothing") {
    const Scratch folder;
    folder.write("x.asl.json", faulty);
    Trial trial = folder.run({"init"});
    CHECK(trial.status == 0);
    CHECK(trial.out == "wrote .sfn-lint.json\n");
    CHECK(found(folder, {"x.asl.json"}) == "structure/end-false error flow/next-target");
    trial = folder.run({"init", "."});
    CHECK(trial.status == 2);
    CHECK(trial.err == "sfn-lint: ./.sfn-lint.json: already exists; nothing was changed\n");
    trial = folder.run({"init", "none"});
    CHECK(trial.status == 3);
    CHECK(trial.err == "sfn-lint: none/.sfn-lint.json: No such file or directory\n");
  }
}
