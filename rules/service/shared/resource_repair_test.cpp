#include "rules/service/shared/resource_repair.h"

#include <doctest/doctest.h>

namespace sfn::rules::service {

TEST_SUITE("rules/service/resource_repair") {
  TEST_CASE("the integration that a wrong form names") {
    struct Row {
      std::string_view wrong, right;
    };
    constexpr Row rows[] = {
        {"arn:aws:ecs:::runTask.sync", "arn:aws:states:::ecs:runTask.sync"},
        {"arn:aws:states::ecs:runTask.sync", "arn:aws:states:::ecs:runTask.sync"},
        {"arn:aws:states::::ecs:runTask", "arn:aws:states:::ecs:runTask"},
        {"arn:aws-cn:states:ecs:runTask.sync:2", "arn:aws-cn:states:::ecs:runTask.sync:2"},
        {"ecs:runTask.waitForTaskToken", "arn:aws:states:::ecs:runTask.waitForTaskToken"},
        {"states:::sns:publish", "arn:aws:states:::sns:publish"},
        {"aws-sdk:ecs:runTask", "arn:aws:states:::aws-sdk:ecs:runTask"},
        {"arn:aws:ecs:us-east-1:111122223333:task-definition/a:1", ""},
        {"foo:bar", ""},
        {"MyFunction", ""},
        {":::", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.wrong);
      CHECK(repaired_resource(row.wrong) == row.right);
    }
  }
}

}  // namespace sfn::rules::service
