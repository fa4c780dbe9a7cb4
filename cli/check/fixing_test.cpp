// --fix, --unsafe-fixes and --diff, on files.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "cli/scratch.h"
#include "cli/trial.h"

using namespace sfn::cli;

namespace {

const std::string safe_fault = R"({"StartAt": "A", "States": {"A": {"Type": "succeed"}}})";
const std::string safe_fixed = R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})";
const std::string unsafe_fault = R"({"StartAt": "Frist", "States": {"First": {"Type": "Succeed"}}})";
const std::string sound = R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})";

}  // namespace

TEST_SUITE("cli/check/fixing") {
  TEST_CASE("--fix writes what it fixes, and only that") {
    const Scratch scratch;
    scratch.write("a.asl.json", safe_fault);
    scratch.write("b.asl.json", sound);
    const auto before = std::filesystem::last_write_time(scratch.path("b.asl.json"));
    const Trial trial = run({"--no-config", "--fix", scratch.folder()});
    CHECK(trial.status == clean);
    CHECK(trial.out == "");
    CHECK(trial.err == "1 fixed, 2 files checked, nothing left\n");
    CHECK(scratch.read("a.asl.json") == safe_fixed);
    CHECK(std::filesystem::last_write_time(scratch.path("b.asl.json")) == before);
    CHECK(run({"--no-config", "--fix", scratch.folder()}).err == "2 files checked, nothing found\n");
  }

  TEST_CASE("unsafe fixes only when asked for") {
    const Scratch scratch;
    scratch.write("a.asl.json", unsafe_fault);
    CHECK(run({"--no-config", "--fix", scratch.path("a.asl.json")}).status == findings);
    CHECK(scratch.read("a.asl.json") == unsafe_fault);
    CHECK(run({"--no-config", "--fix", "--unsafe-fixes", scratch.path("a.asl.json")}).status == clean);
    CHECK(scratch.read("a.asl.json") == R"({"StartAt": "First", "States": {"First": {"Type": "Succeed"}}})");
    CHECK(run({"--unsafe-fixes", scratch.path("a.asl.json")}).status == misuse);
  }

  TEST_CASE("--diff changes nothing and says so by its status") {
    const Scratch scratch;
    scratch.write("a.asl.json", safe_fault);
    const Trial trial = run_in(scratch.folder(), {"--no-config", "--diff", "--fix", "a.asl.json"});
    CHECK(trial.status == findings);
    CHECK(trial.out == "--- a.asl.json\n+++ a.asl.json\n@@ -1,1 +1,1 @@\n-" + safe_fault +
                           "\n\\ No newline at end of file\n+" + safe_fixed +
                           "\n\\ No newline at end of file\n");
    CHECK(trial.err == "1 finding would be fixed in 1 file\n");
    CHECK(scratch.read("a.asl.json") == safe_fault);
    scratch.write("a.asl.json", sound);
    CHECK(run_in(scratch.folder(), {"--no-config", "--diff", "a.asl.json"}).status == clean);
    CHECK(run({"--diff", "--format", "json", scratch.path("a.asl.json")}).status == misuse);
  }

  TEST_CASE("a file that cannot be written is named, its findings stay, and the others are written") {
    const Scratch scratch;
    scratch.write("a.asl.json", safe_fault);
    scratch.write("b.asl.json", safe_fault);
    REQUIRE(::chmod(scratch.path("a.asl.json").c_str(), 0444) == 0);
    const Trial trial = run_in(scratch.folder(), {"--no-config", "--fix"});
    CHECK(trial.status == unreadable);
    CHECK(trial.out.find("a.asl.json:1:43: error:") == 0);
    CHECK(trial.err ==
          "sfn-lint: a.asl.json: cannot be written: Permission denied\n1 fixed, 1 error left in 2 files\n");
    CHECK(scratch.read("a.asl.json") == safe_fault);
    CHECK(scratch.read("b.asl.json") == safe_fixed);
  }

  TEST_CASE("what does not parse is fixed fault after fault") {
    const Scratch scratch;
    scratch.write("a.asl.json",
                  "// my machine\n{\"StartAt\": 'A', \"States\": {\"A\": {\"Type\": \"succeed\",},},}\n");
    CHECK(run({"--no-config", "--fix", scratch.path("a.asl.json")}).status == clean);
    CHECK(scratch.read("a.asl.json") ==
          "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}\n");
  }
}
