#include "cli/commands/rule_subject.h"

#include <doctest/doctest.h>

#include "rules/registry.h"

using namespace sfn;
using namespace sfn::cli;

TEST_SUITE("cli/commands/rule_subject") {
  using Words = std::vector<std::string>;

  TEST_CASE("what rules are about, as their constants say it") {
    CHECK(subjects(*rules::find("ecs/fargate-no-network")) == Words{"ecs:runTask"});
    CHECK(is_about(*rules::find("ecs/fargate-no-network"), "ecs"));
    CHECK(is_about(*rules::find("ecs/fargate-no-network"), "ecs:runTask"));
    CHECK_FALSE(is_about(*rules::find("ecs/fargate-no-network"), "ec"));
    CHECK(subjects(*rules::find("json/syntax")).empty());
  }

  TEST_CASE("what rules need") {
    CHECK(needs(*rules::find("ecs/container-name-unknown")) == Words{"a task definition"});
    CHECK(needs(*rules::find("ecs/fargate-no-network")).empty());
  }
}
