#include "cli/files/configuration.h"

#include <doctest/doctest.h>

#include "cli/scratch.h"

using namespace sfn::cli;

namespace {

constexpr const char* machine = R"(resource "aws_sfn_state_machine" "job" {
  name     = "job"
  role_arn = aws_iam_role.machine.arn
  definition = jsonencode({
    StartAt = "Run"
    States = { Run = {
      Type = "Task", Resource = "arn:aws:states:::ecs:runTask", End = true
      Parameters = {
        TaskDefinition = aws_ecs_task_definition.job.arn
        Overrides = { ContainerOverrides = [{ Name = "web", Command = ["a"] }] }
      }
    } }
  })
}
)";
constexpr const char* task = R"(resource "aws_ecs_task_definition" "job" {
  family = "job"
  execution_role_arn = aws_iam_role.exec.arn
  container_definitions = jsonencode([{ name = "web", image = "x", essential = true }])
}
)";
constexpr const char* roles = R"(resource "aws_iam_role" "exec" {
}
resource "aws_iam_role" "machine" {
}
resource "aws_iam_role_policy" "machine" {
  role   = aws_iam_role.machine.name
  policy = data.aws_iam_policy_document.machine.json
}
data "aws_iam_policy_document" "machine" {
  statement {
    actions   = ["ecs:RunTask"]
    resources = [aws_ecs_task_definition.job.arn]
  }
)";
constexpr const char* pass_role = R"(
  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.exec.arn]
  }
)";

bool reports(const Trial& trial, const std::string& text) {
  return trial.out.find(text) != std::string::npos;
}

}  // namespace

TEST_SUITE("cli/files/configuration") {
  TEST_CASE("all files of a folder are one configuration") {
    const Scratch folder;
    folder.write("main.tf", machine);
    CHECK(folder.run({"main.tf"}).status == 0);
    folder.write("iam.tf", std::string(roles) + "}\n");
    folder.write("ecs.tf", task);
    const Trial lacking = folder.run({"main.tf"});
    CHECK(reports(lacking, "[policy/passrole-missing]"));
    CHECK(reports(lacking, "iam.tf:3:1: note: its role"));
    folder.write("iam.tf", std::string(roles) + pass_role + "}\n");
    CHECK(folder.run({"main.tf"}).status == 0);
    folder.write("ecs.tf", std::string(task).replace(std::string(task).find("web"), 3, "app"));
    CHECK(reports(folder.run({"main.tf"}), "[ecs/container-name-unknown]"));
  }

  TEST_CASE("a module, or a file that Terraform cannot read, may have more policies") {
    const Scratch folder;
    folder.write("main.tf", machine);
    folder.write("ecs.tf", task);
    folder.write("iam.tf", std::string(roles) + "}\nmodule \"more\" {\n  source = \"./more\"\n}\n");
    CHECK(folder.run({"main.tf"}).status == 0);
    folder.write("iam.tf", std::string(roles) + "}\n");
    folder.write("broken.tf", "resource {");
    CHECK(folder.run({"main.tf"}).status == 0);
  }

  TEST_CASE("another file is not fixed") {
    const Scratch folder;
    folder.write("main.tf", machine);
    folder.write("ecs.tf", task);
    folder.write("iam.tf", std::string(roles) + "}\n");
    folder.run({"main.tf", "--fix", "--unsafe-fixes"});
    CHECK(reports(folder.run({"main.tf"}), "[policy/passrole-missing]"));
  }
}
