#include "schemas/permissions.h"

#include <doctest/doctest.h>

using namespace sfn::schemas;

TEST_SUITE("schemas/permissions") {
  TEST_CASE("an ECS task that is waited for needs what the page of the integration lists") {
    const auto found = permissions("ecs", "runTask", sfn::schemas::sync);
    REQUIRE(found.size() == 3);
    CHECK(found[0].actions == "ecs:RunTask");
    CHECK(found[0].dynamic == "*");
    CHECK(found[1].actions == "ecs:StopTask,ecs:DescribeTasks");
    CHECK(found[2].actions == "events:PutTargets,events:PutRule,events:DescribeRule");
    CHECK(found[2].resource ==
          "arn:${Partition}:events:${Region}:${Account}:rule/StepFunctionsGetEventsForECSTaskRule");
    CHECK(found[2].see == "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html");
    CHECK(permissions("ecs", "runTask", request_response).size() == 1);
    CHECK(permissions("ecs", "runTask", wait_for_task_token).size() == 1);
  }

  TEST_CASE("what is not documented has no line") {
    CHECK(permissions("eks", "runJob", sfn::schemas::sync).empty());
    CHECK(permissions("codebuild", "retryBuildBatch", sfn::schemas::sync).empty());
    CHECK_FALSE(permissions("codebuild", "retryBuildBatch", request_response).empty());
    CHECK(permissions("nothing", "atAll", request_response).empty());
  }

  TEST_CASE("only what the documentation calls singular is: the names of managed rules") {
    CHECK(permissions("codebuild", "startBuild", sfn::schemas::sync)
              .back()
              .resource.ends_with(":rule/StepFunctionsGetEventForCodeBuildStartBuildRule"));
    CHECK(permissions("batch", "submitJob", sfn::schemas::sync)
              .back()
              .resource.ends_with(":rule/StepFunctionsGetEventsForBatchJobsRule"));
    CHECK(permissions("glue", "startJobRun", sfn::schemas::sync).back().actions ==
          "glue:GetJobRun,glue:GetJobRuns,glue:BatchStopJobRun");
  }

  TEST_CASE("a Map, its reader and its writer") {
    CHECK(permissions("map", "distributed", request_response).size() == 2);
    CHECK(permissions("s3", "getObject", request_response).front().actions == "s3:GetObject");
  }
}
