// --task-definition: in which forms files are taken, and what is said of those that are not used.
#include <doctest/doctest.h>

#include "cli/scratch.h"
#include "cli/trial.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

constexpr std::string_view machine = R"json({"StartAt": "S", "States": {"S": {"Type": "Task",
 "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 60, "Parameters": {"TaskDefinition": "NAME",
 "Overrides": {"ContainerOverrides": [{"Name": "wrong", "Cpu": 1}]}}, "End": true}}})json";

std::string machine_of(std::string_view name) {
  std::string text(machine);
  return text.replace(text.find("NAME"), 4, name);
}

struct Run {
  Trial trial;
  bool found() const { return trial.out.find("ecs/container-name-unknown") != std::string::npos; }
};

Run run_with(std::string_view file, std::string_view definition, std::string_view name = "web:7") {
  const Scratch folder;
  folder.write("a.asl.json", machine_of(name));
  folder.write(std::string(file), definition);
  return {folder.run({"--no-config", "--select", "ecs/container-name-unknown", "--task-definition",
                      std::string(file), "a.asl.json"})};
}

}  // namespace

TEST_SUITE("cli/check/inputs") {
  TEST_CASE("every form that people keep is read") {
    for (
        const std::string_view text :
        {R"({"taskDefinition": {"family": "web", "revision": 7, "containerDefinitions": [{"name": "app"}]}})",
         R"({"family": "web", "containerDefinitions": [{"name": "app"}]})",
         R"({"Family": "web", "ContainerDefinitions": [{"Name": "app"}]})",
         R"({"Properties": {"Family": "web", "ContainerDefinitions": [{"Name": "app"}]}})",
         R"({"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "web", "ContainerDefinitions": [{"Name": "app"}]}})",
         R"({"Web": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "web", "ContainerDefinitions": [{"Name": "app"}]}}})",
         R"({"Resources": {"Log": {"Type": "AWS::Logs::LogGroup"}, "Web": {"Type": "AWS::ECS::TaskDefinition",
              "Properties": {"Family": "web", "ContainerDefinitions": [{"Name": "app"}]}}}})",
         R"({"Properties": {"Family": {"Ref": "Family"}, "ContainerDefinitions": [{"Name": "app"}]}})"}) {
      CAPTURE(text);
      const Run run = run_with("t.json", text);
      CHECK(run.found());
      CHECK(run.trial.err.find("not used") == std::string::npos);
    }
    CHECK(run_with("t.yaml",
                   "Type: AWS::ECS::TaskDefinition\nProperties:\n  Family: web\n  ContainerDefinitions:\n"
                   "    - Name: app\n      Image: !Ref Image\n")
              .found());
  }

  TEST_CASE("a file that is none of them is wrong usage") {
    for (const std::string_view text :
         {R"({"a": 1})", "[]", R"({"Resources": {"A": {"Type": "AWS::SQS::Queue"}}})"}) {
      const Run run = run_with("t.json", text);
      CHECK(run.trial.status == 2);
      CHECK(run.trial.err.starts_with("sfn-lint: t.json: not a task definition: "));
    }
  }

  TEST_CASE("a container whose name a template leaves open makes none unknown") {
    CHECK_FALSE(
        run_with("t.json",
                 R"({"Family": "web", "ContainerDefinitions": [{"Name": "app"}, {"Name": {"Ref": "N"}}]})")
            .found());
  }

  TEST_CASE("a definition that no state names is said, and is no failure") {
    constexpr std::string_view text =
        R"({"taskDefinition": {"family": "web", "revision": 7, "containerDefinitions": [{"name": "app"}]}})";
    const Run other = run_with("t.json", text, "api:7");
    CHECK(other.trial.status == 0);
    CHECK(other.trial.err.find("sfn-lint: t.json: not used: no state starts a task from its family\n") !=
          std::string::npos);
    const Run revision = run_with("t.json", text, "web:8");
    CHECK(revision.trial.err.find("not used: the definitions name another revision") != std::string::npos);
    const Run placeholder = run_with("t.json", text, "${Definition}");
    CHECK(placeholder.found());
    CHECK(placeholder.trial.err.find("not used") == std::string::npos);
  }
}
