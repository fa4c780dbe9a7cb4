#include <doctest/doctest.h>

#include "cli/trial.h"

using namespace sfn::cli;

static bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_SUITE("cli/commands/api") {
  TEST_CASE("a call of the AWS SDK") {
    const Trial trial = run({"api", "rds:startDBInstance"});
    CHECK(trial.status == 0);
    CHECK(trial.out.starts_with("arn:aws:states:::aws-sdk:rds:startDBInstance\nAWS SDK integration"));
    CHECK(holds(trial.out, "\nParameters\n  * DbInstanceIdentifier (or DBInstanceIdentifier): string\n"));
    CHECK(holds(trial.out, "\nResult\n    DbInstance: object\n"));
    CHECK(holds(trial.out, "\n    Rds.DbInstanceNotFoundException\n"));
  }

  TEST_CASE("an optimized integration, with its patterns, enums and the result of `.sync`") {
    const Trial plain = run({"api", "ecs:runTask"});
    CHECK(holds(plain.out, "Optimized integration; also with .sync, .waitForTaskToken\n"));
    CHECK(holds(plain.out, "LaunchType: string, EC2 | FARGATE"));
    CHECK(holds(plain.out, "\n    Tasks: list of object\n"));
    CHECK(holds(plain.out, "\n    ECS.ClientException\n"));
    const Trial sync = run({"api", "arn:aws:states:::ecs:runTask.sync"});
    CHECK(holds(sync.out, "\nResult\n    Attachments: list of object\n"));
    CHECK(holds(run({"api", "states:startExecution.sync"}).out, "\n    Output: string\n"));
    CHECK(holds(run({"api", "glue:startJobRun.sync"}).out, "not described by the API models"));
    CHECK(holds(run({"api", "aws-sdk:ecs:runTask"}).out, "Ecs.ClientException"));
  }

  TEST_CASE("shapes that contain themselves end") {
    CHECK(holds(run({"api", "dynamodb:putItem"}).out, "M: map of object, as above\n"));
    CHECK(holds(run({"api", "--format", "json", "dynamodb:putItem"}).out, "\"recursive\""));
  }

  TEST_CASE("a service") {
    const Trial trial = run({"api", "ecs"});
    CHECK(holds(trial.out, "\nOptimized integrations, arn:aws:states:::ecs:ACTION\n  runTask\n"));
    CHECK(holds(trial.out, "\n  describeTasks\n"));
    CHECK(holds(run({"api", "--format", "json", "ecs"}).out, "\"describeTasks\""));
  }

  TEST_CASE("what there is not, and what was meant") {
    CHECK(run({"api", "rdz"}).err == "sfn-lint: no service is named `rdz`; did you mean `rds`?\n");
    CHECK(run({"api", "rds:startDBInstence"}).err ==
          "sfn-lint: rds has no action `startDBInstence`; did you mean `startDBInstance`?\n");
    CHECK(run({"api", "rds:startDBInstance.sync"}).err == "sfn-lint: `rds:startDBInstance` has no `.sync`\n");
    CHECK(run({"api", "rdz"}).status == 2);
    CHECK(holds(run({"api", "sts:assumeRole"}).out, "Step Functions does not support this action.\n"));
  }
}
