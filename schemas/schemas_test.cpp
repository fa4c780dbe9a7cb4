#include "schemas/schemas.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sfn::schemas;

TEST_SUITE("schemas/schemas") {
  TEST_CASE("integrations are found by their exact names") {
    const auto run_task = find("ecs", "runTask");
    REQUIRE(run_task);
    CHECK(run_task->service() == "ecs");
    CHECK(run_task->action() == "runTask");
    CHECK(run_task->supports(request_response));
    CHECK(run_task->supports(sync));
    CHECK_FALSE(run_task->supports(sync2));
    CHECK(run_task->supports(wait_for_task_token));
    CHECK(run_task->standing() == Standing::task);
    CHECK_FALSE(run_task->wrapper());
    CHECK(run_task->model() == "ecs");
    CHECK(run_task->operation() == "RunTask");
    CHECK(run_task->see() == "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html");
    CHECK_FALSE(find("ecs", "RunTask"));
    CHECK_FALSE(find("ecs", ""));
    CHECK_FALSE(find("", ""));
    CHECK_FALSE(find("zzz", "runTask"));
  }

  TEST_CASE("services and their actions, for guesses") {
    const auto names = services();
    CHECK(std::is_sorted(names.begin(), names.end()));
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    CHECK(actions("ecs") == std::vector<std::string_view>{"runTask"});
    CHECK(actions("nothing").empty());
  }

  TEST_CASE("whatever is asked of an absent shape, the answer is no") {
    const Shape absent = parameters("nothing", "atAll");
    CHECK_FALSE(absent);
    CHECK(absent.type() == Type::absent);
    CHECK(absent.members().empty());
    CHECK_FALSE(absent.member("X"));
    CHECK_FALSE(absent.member_ignoring_case("X"));
    CHECK_FALSE(absent.item());
    CHECK_FALSE(absent.value());
    CHECK_FALSE(absent.open());
    CHECK(absent.enum_values().empty());
    CHECK(absent.accepts("X"));
    CHECK_FALSE(absent.minimum());
    const Member none = absent.member("X");
    CHECK(none.name().empty());
    CHECK_FALSE(none.shape());
    CHECK_FALSE(none.required());
    CHECK(result("nothing", "atAll").type() == Type::absent);
    CHECK(errors("nothing", "atAll").empty());
    CHECK(positions(absent, "X").empty());
  }

  TEST_CASE("aws-sdk calls use the same tables") {
    CHECK(sdk_parameters("ecs", "runTask") == parameters("ecs", "runTask"));
    CHECK_FALSE(sdk_parameters("ecs", "RunTask"));
    CHECK_FALSE(sdk_parameters("ecs", "noSuchAction"));
    CHECK_FALSE(sdk_parameters("nothing", "runTask"));
  }

  TEST_CASE("every integration has parameters, patterns and a page") {
    for (const Integration one : integrations()) {
      CAPTURE(one.service());
      CAPTURE(one.action());
      CHECK(one.parameters().is_structure());
      CHECK((one.patterns() == 0) == (one.standing() != Standing::task));
      CHECK(one.see().substr(0, 29) == "https://docs.aws.amazon.com/s");
      CHECK(find(one.service(), one.action())->operation() == one.operation());
    }
  }

  TEST_CASE("members are sorted by name, so that each is found") {
    for (const Integration one : integrations())
      for (const Member member : one.parameters().members()) {
        CAPTURE(member.name());
        CHECK(one.parameters().member(member.name()) == member);
      }
  }
}
