#include "cli/data/explain_data.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "cli/trial.h"

using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;

// A folder with one definition, for as long as the test runs.
class Folder {
 public:
  explicit Folder(const std::string& text) {
    fs::create_directory(path_);
    std::ofstream(path_ / "a.asl.json", std::ios::binary) << text;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Trial explain(const std::string& state, const std::string& format = "text") const {
    return run_in(path_, {"explain-data", "a.asl.json", state, "--format", format});
  }

 private:
  fs::path path_ = fs::temp_directory_path() / "sfn-lint-explain-data";
};

const char* const job = R"json({"StartAt": "Shape", "States": {
  "Shape": {"Type": "Pass", "Parameters": {"kind": "batch", "job.$": "$.order.job"}, "Next": "Run"},
  "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "ResultPath": "$.run",
   "Parameters": {"TaskDefinition": "web:7"}, "Assign": {"code.$": "$.Containers[0].ExitCode"},
   "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Stop"}], "Next": "Notify"},
  "Notify": {"Type": "Pass", "End": true},
  "Stop": {"Type": "Fail"}, "Lost": {"Type": "Succeed"}}})json";

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_SUITE("cli/data/explain_data") {
  TEST_CASE("members, each with the place that it comes from") {
    const Folder folder(job);
    const Trial trial = folder.explain("Notify");
    CHECK(trial.status == 0);
    CAPTURE(trial.out);
    CHECK(trial.out.starts_with(
        "`Notify` in a.asl.json, line 6\nreceives an object, made by `Shape` (line 2)\n"));
    CHECK(has(trial.out, "\n  job   anything, from the execution input `$.order.job`\n"));
    CHECK(has(trial.out, "\n  kind  a string \"batch\"\n"));
    CHECK(has(trial.out, "\n  run   an object, the result of `Run` (ecs:runTask.sync, line 3)\n"));
    CHECK(has(trial.out, "\n    Attachments "));
    CHECK(has(trial.out, " more\n"));
    CHECK(has(trial.out, "\n  variables\n    $code  a number"));
    CHECK(has(trial.out, "\ngives as the result of the execution: what it received\n"));
  }

  TEST_CASE("ways: the next state, a catcher") {
    const Folder folder(job);
    const Trial trial = folder.explain("Run");
    CAPTURE(trial.out);
    CHECK(has(trial.out, "\ngives to `Notify`: an object"));
    CHECK(has(trial.out, "\ngives to `Stop` after an error: an object"));
    CHECK(has(trial.out,
              "\n  error  an object, the error of `Run` (line 3)\n    Cause  a string, may be absent\n    "
              "Error  a string\n"));
    CHECK(has(folder.explain("Shape").out, "receives anything, from the execution input `$`\n"));
    CHECK(has(folder.explain("Stop").out, "gives nothing\n"));
    CHECK(has(folder.explain("Lost").out, "no way leads to this state\n"));
  }

  TEST_CASE("JSON") {
    const Folder folder(job);
    const std::string json = folder.explain("Notify", "json").out;
    CAPTURE(json);
    CHECK(has(json, "\"state\": \"Notify\""));
    CHECK(has(json, "\"kind\": \"input\",\n"));
    CHECK(has(json, "\"path\": \"$.order.job\""));
    CHECK(has(json, "\"call\": \"ecs:runTask.sync\""));
    CHECK(has(json, "\"mayBeAbsent\": true"));
  }

  TEST_CASE("a state that there is not; what is no definition") {
    const Folder folder(job);
    CHECK(folder.explain("Notfy").err ==
          "sfn-lint: a.asl.json: no state is named `Notfy`; did you mean `Notify`?\n");
    CHECK(folder.explain("Notfy").status == 2);
    CHECK(folder.explain("\x1b[2J").err == "sfn-lint: a.asl.json: no state is named `\\u001b[2J`\n");
    CHECK(run({"explain-data", "missing.json", "A"}).status == 3);
    CHECK(run({"explain-data", "missing.json"}).status == 2);
    CHECK(Folder("{\"StartAt\": ").explain("A").status == 1);
    CHECK(Folder("{\"StartAt\": \"A\", \"States\": {}}").explain("A").status == 2);
  }

  TEST_CASE("names with control characters") {
    const Folder folder(
        R"json({"StartAt": "A\u001b[2J", "States": {"A\u001b[2J": {"Type": "Pass", "Result": {"x\u202e": "\u001b"}, "Next": "B"},
      "B": {"Type": "Succeed"}}})json");
    for (const char* state : {"B", "A\x1b[2J"})
      for (const char* format : {"text", "json"}) {
        const Trial trial = folder.explain(state, format);
        CHECK(trial.status == 0);
        CHECK_FALSE(has(trial.out, "\x1b"));
        CHECK_FALSE(has(trial.out, "\u202e"));
      }
  }
}
