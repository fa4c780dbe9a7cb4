// Definitions that are neither files nor in the template that people name.
#include <doctest/doctest.h>
#include <stdlib.h>

#include "cli/scratch.h"

using namespace sfn::cli;

namespace {

constexpr const char* faulty = R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "Gone"}}})";

bool finds(const Trial& trial, const std::string& text) { return trial.out.find(text) != std::string::npos; }

}  // namespace

TEST_SUITE("cli/files/other_homes") {
  TEST_CASE("a block of Serverless in another file") {
    const Scratch folder;
    folder.write("flows.yml", std::string("stateMachines:\n  one:\n    definition: ") + faulty + "\n");
    folder.write("serverless.yml", "service: s\nstepFunctions: ${file(flows.yml)}\n");
    const Trial named = folder.run({"serverless.yml"});
    CHECK(finds(named, "flows.yml:3:"));
    CHECK(finds(named, "[flow/next-target] (in one, state "));
    CHECK(folder.run({"."}).out == named.out);
    folder.write("serverless.yml", "service: s\nstepFunctions: ${file(gone.yml):stepFunctions}\n");
    CHECK(finds(folder.run({"serverless.yml"}), "[template/missing-file]"));
  }

  TEST_CASE("machines of Serverless in files of their own") {
    const Scratch folder;
    folder.write("one.yml", std::string("name: one\ndefinition: ") + faulty + "\n");
    folder.write("serverless.yml",
                 "service: s\nstepFunctions:\n  stateMachines:\n    one: ${file(one.yml)}\n");
    CHECK(finds(folder.run({"serverless.yml"}), "one.yml:2:"));
  }

  TEST_CASE("blocks that name one another end somewhere") {
    const Scratch folder;
    folder.write("a.yml", "stepFunctions: ${file(b.yml)}\n");
    folder.write("b.yml", "stepFunctions: ${file(c.yml)}\n");
    folder.write("c.yml", "stepFunctions: ${file(b.yml)}\n");
    CHECK(folder.run({"a.yml"}).status == 0);
  }

  TEST_CASE("resources without `Resources`, and AWS::Include") {
    const Scratch folder;
    folder.write("part.yml", std::string("Flow:\n  Type: AWS::StepFunctions::StateMachine\n  Properties:\n"
                                         "    Definition: ") +
                                 faulty + "\n");
    folder.write(
        "template.yml",
        "Resources:\n  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n"
        "      Definition:\n        Fn::Transform: {Name: AWS::Include, Parameters: {Location: a.json}}\n");
    folder.write("a.json", faulty);
    CHECK(finds(folder.run({"part.yml"}), "[flow/next-target] (in Flow, state "));
    CHECK(finds(folder.run({"template.yml"}), "a.json:1:"));
  }

  TEST_CASE("what CDK made of a project, although git ignores it") {
    ::setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    const Scratch folder;
    REQUIRE(::system(("git init -q " + folder.folder() + " >/dev/null 2>&1").c_str()) == 0);
    folder.write(".gitignore", "cdk.out\n");
    folder.write("cdk.json", "{}");
    CHECK(folder.run({}).err ==
          "sfn-lint: no definition found in `.`; run `cdk synth`, which writes the definitions of a CDK "
          "project "
          "to `cdk.out`\n");
    const std::string stack =
        std::string(R"({"Resources": {"Flow5": {"Type": "AWS::StepFunctions::StateMachine",
      "Metadata": {"aws:cdk:path": "Stack/Flow/Resource"}, "Properties": {"Definition":
      {"StartAt": "A", "States": {"A": {"Type": "Wait", "Second": 5, "Next": "Gone"}}}}}}})");
    folder.write("cdk.out/Stack.template.json", stack);
    folder.write("cdk.out/assembly-Stage/Stack.template.json", stack);
    folder.write("cdk.out/asset.5/a.asl.json", faulty);
    const Trial trial = folder.run({});
    CHECK(finds(trial, "cdk.out/Stack.template.json:3:"));
    CHECK(finds(trial, "cdk.out/assembly-Stage/Stack.template.json:3:"));
    CHECK(finds(trial, "(in Stack/Flow, state "));
    CHECK_FALSE(finds(trial, "asset.5"));
    CHECK_FALSE(finds(trial, "fix:"));
    std::filesystem::remove(folder / "cdk.json");
    CHECK(folder.run({}).out.empty());
    ::unsetenv("GIT_CONFIG_GLOBAL");
  }

  TEST_CASE("variables of templatefile, in both directions") {
    const Scratch folder;
    folder.write("main.tf",
                 "resource \"aws_sfn_state_machine\" \"a\" {\n  definition = "
                 "templatefile(\"${path.module}/${local.name}\","
                 " {\n    queue = 1\n    left = 2\n  })\n}\nlocals {\n  name = \"a.json.tmpl\"\n}\n");
    folder.write("a.json.tmpl", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Result": "${queue} ${quue} ${upper(other)} $${no} %{ for x in queue }${x}%{ endfor }"}}})");
    const Trial trial = folder.run({"."});
    CHECK(finds(trial,
                "main.tf:4:5: warning: this variable is unused: the definition does not contain `${left}`"));
    CHECK(finds(trial,
                "a.json.tmpl:2:29: warning: `templatefile` passes no `quue` to this template; did you mean "
                "`${queue}`?"));
    CHECK(finds(trial, "`templatefile` passes no `other` to this template; Terraform refuses the template"));
    CHECK(finds(trial, "`no`") == false);
    CHECK(finds(trial, "`x`") == false);
  }
}
