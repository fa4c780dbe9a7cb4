// `check --policy`: files, exit status, fixes in the policy files.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/scratch.h"

using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;

const fs::path samples = fs::path(SFN_LINT_ROOT) / "testdata/bad/policy_readme";

// A copy of the sample.
struct Sample : Scratch {
  Sample() { fs::copy(samples, folder()); }
  Trial run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "--no-config");
    return Scratch::run(arguments);
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("cli/check/policies") {
  TEST_CASE("--fix fixes the policy, not the definition") {
    const Sample folder;
    const std::string definition = folder.read("input.asl.json");
    const Trial diff = folder.run({"--diff", "--policy", "role.json", "input.asl.json"});
    CHECK(diff.status == 1);
    CHECK(contains(diff.out, "+++ role.json\n"));
    CHECK(folder.read("role.json") == [] {
      std::ifstream in(samples / "role.json", std::ios::binary);
      return std::string(std::istreambuf_iterator<char>(in), {});
    }());
    const Trial fixed = folder.run({"--fix", "--policy", "role.json", "input.asl.json"});
    CHECK(fixed.status == 0);
    CHECK(fixed.out.empty());
    CHECK(contains(folder.read("role.json"), "StepFunctionsGetEventsForECSTaskRule"));
    CHECK(contains(folder.read("role.json"), "iam:PassRole"));
    CHECK(folder.read("input.asl.json") == definition);
    CHECK(folder.run({"--policy", "role.json", "input.asl.json"}).err == "1 file checked, nothing found\n");
  }

  TEST_CASE(
      "a policy is spoken of once a run, and nothing in it is needless where several definitions use it") {
    const Sample folder;
    folder.write("trust.json", R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]})");
    fs::copy(folder / "input.asl.json", folder / "other.asl.json");
    const Trial trial = folder.run({"--policy", "trust.json", "input.asl.json", "other.asl.json"});
    CHECK(trial.err.starts_with("1 error in 2 files"));
    folder.write("wide.json", R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*",
      "Action": ["ecs:RunTask", "ecs:StopTask", "ecs:DescribeTasks", "events:*", "iam:PassRole"],
      "Condition": {"StringLike": {"aws:PrincipalTag/team": "*"}}}]})");
    CHECK(folder.run({"--select", "policy", "--min-severity", "info", "--policy", "wide.json", "."})
              .out.empty());
  }

  TEST_CASE("policies that cannot be read, are not JSON, or are none") {
    const Sample folder;
    CHECK(folder.run({"--policy", "missing.json", "input.asl.json"}).status == 3);
    CHECK(folder.run({"--policy", "missing.json", "input.asl.json"}).err ==
          "sfn-lint: missing.json: No such file or directory\n");
    folder.write("cut.json", R"({"Version": "2012-10-17", "Statement": [)");
    const Trial cut = folder.run({"--policy", "cut.json", "--policy", "role.json", "input.asl.json"});
    CHECK(cut.status == 1);
    CHECK(contains(cut.out, "cut.json:1:"));
    CHECK(contains(cut.out, "[json/syntax]"));
    CHECK(cut.err == "1 error in 1 file\n");  // what the other lacks may be in this one
    folder.write("none.json", "[1, {}]");
    CHECK(contains(folder.run({"--policy", "none.json", "input.asl.json"}).out, "[policy/malformed]"));
    for (const char* odd :
         {"null", "7", "\"x\"", "[[[[[[[[]]]]]]]]", R"({"Statement": [null, 7, "x", [], {}]})",
          R"({"Policy": {"Policy": {"Policy": {"Policy": {"Policy": {"Policy": {"Policy": {}}}}}}}})"}) {
      folder.write("odd.json", odd);
      CHECK(folder.run({"--policy", "odd.json", "input.asl.json"}).status == 1);
    }
  }

  TEST_CASE("the findings of a policy can be left out and given another severity") {
    const Sample folder;
    CHECK(folder.run({"--ignore", "policy", "--policy", "role.json", "input.asl.json"}).out.empty());
    const Trial trial = folder.run({"--severity", "policy/managed-rule-name=warning", "--ignore",
                                    "policy/passrole-missing", "--policy", "role.json", "input.asl.json"});
    CHECK(trial.status == 0);
    CHECK(contains(trial.out, "warning: `StepFunctionsGetEvent"));
  }
}
