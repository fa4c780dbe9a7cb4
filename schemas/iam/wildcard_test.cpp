#include "schemas/iam/wildcard.h"

#include <doctest/doctest.h>

using namespace sfn::schemas::iam;

TEST_SUITE("schemas/iam/wildcard") {
  TEST_CASE("wildcards as IAM reads them") {
    CHECK(covers("*", "arn:aws:ecs:eu-west-1:1:task/x") == Answer::yes);
    CHECK(covers("arn:aws:ecs:*:*:task-definition/web:*", "arn:aws:ecs:eu-west-1:1:task-definition/web:7") ==
          Answer::yes);
    CHECK(covers("arn:aws:ecs:eu-west-1:1:task-definition/web:?",
                 "arn:aws:ecs:eu-west-1:1:task-definition/web:12") == Answer::no);
    CHECK(covers("a?c", "abc") == Answer::yes);
    CHECK(covers("abc", "ABC") == Answer::no);
    CHECK(covers("", "a") == Answer::no);
    CHECK(covers("**", "") == Answer::yes);
  }

  TEST_CASE("an ARN with too few parts ends in wildcards") {
    CHECK(covers("arn:aws:ecs", "arn:aws:ecs:eu-west-1:1:task/x") == Answer::yes);
    CHECK(covers("arn:aws:ecs:eu-west-1", "arn:aws:ecs:us-east-1:1:task/x") == Answer::no);
  }

  TEST_CASE("what is not known can be anything, and is covered for certain by `*` alone") {
    const char* const needed = "arn:aws:ecs:${Region}:${Account}:task-definition/web:${Revision}";
    CHECK(covers("arn:aws:ecs:eu-west-1:1:task-definition/web:7", needed) == Answer::maybe);
    CHECK(covers("arn:aws:ecs:*:*:task-definition/web:*", needed) == Answer::yes);
    CHECK(covers("arn:aws:ecs:eu-west-1:1:task-definition/web", needed) == Answer::no);
    CHECK(covers("arn:aws:ecs:eu-west-1:1:task-definition/other:7", needed) == Answer::no);
    CHECK(covers("arn:aws:ecs:eu-west-1:1:task/*", needed) == Answer::no);
    CHECK(covers("${TaskDefinitionArn}", needed) == Answer::maybe);
    CHECK(covers("arn:aws:ecs:${AWS::Region}:1:task-definition/web:*", needed) == Answer::maybe);
    CHECK(covers("arn:aws:s3:::b/x", "arn:${Partition}:s3:::*") == Answer::maybe);
  }

  TEST_CASE("actions have no case") {
    CHECK(covers_action("ECS:runtask", "ecs:RunTask") == Answer::yes);
    CHECK(covers_action("ecs:*Task", "ecs:RunTask") == Answer::yes);
    CHECK(covers_action("ecs:*Task", "ecs:DescribeTasks") == Answer::no);
    CHECK(covers_action("*", "ecs:DescribeTasks") == Answer::yes);
    CHECK(covers_action("${Action}", "ecs:DescribeTasks") == Answer::maybe);
  }
}
