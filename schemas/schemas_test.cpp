#include "schemas/schemas.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "schemas/tables.h"

using namespace sfn::schemas;

TEST_SUITE("schemas/schemas") {
  TEST_CASE("integrations are found by their exact names") {
    const auto run_task = find("ecs", "runTask");
    REQUIRE(run_task);
    CHECK(run_task->service() == "ecs");
    CHECK(run_task->action() == "runTask");
    CHECK(run_task->supports(request_response));
    CHECK(run_task->supports(sfn::schemas::sync));
    CHECK_FALSE(run_task->supports(sync2));
    CHECK(run_task->supports(wait_for_task_token));
    CHECK(run_task->standing() == Standing::task);
    CHECK_FALSE(run_task->wrapper());
    CHECK(run_task->operation().action() == "runTask");
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
    CHECK(positions(absent, "X").empty());
  }

  TEST_CASE("aws-sdk calls use the same tables") {
    CHECK(sdk_parameters("ecs", "runTask") == parameters("ecs", "runTask"));
    CHECK_FALSE(sdk_parameters("ecs", "RunTask"));
    CHECK_FALSE(sdk_parameters("ecs", "noSuchAction"));
    CHECK_FALSE(sdk_parameters("nothing", "runTask"));
  }

  TEST_CASE("all services and operations of the SDK") {
    CHECK(sdk_services().size() == 428);
    CHECK(models_date().size() == 10);
    size_t operations = 0;
    std::string_view before;
    for (const Service service : sdk_services()) {
      CAPTURE(service.name());
      CHECK(before < service.name());
      before = service.name();
      CHECK(service.operations().size() > 0);
      for (const Operation operation : service.operations()) {
        CAPTURE(operation.action());
        ++operations;
        REQUIRE(service.find(operation.action()));
        CHECK(operation.parameters().is_structure());
        CHECK((!operation.result() || operation.result().is_structure()));
      }
    }
    CHECK(operations == 18985);
  }

  TEST_CASE("names follow the SDK for Java, and the API's own are accepted") {
    const auto rds = sdk_service("rds");
    REQUIRE(rds);
    CHECK(rds->error_prefix() == "Rds");
    const auto start = rds->find("startDBInstance");
    REQUIRE(start);
    const Member identifier = start->parameters().member("DbInstanceIdentifier");
    CHECK(identifier.required());
    CHECK_FALSE(identifier.alias());
    CHECK(start->parameters().member("DBInstanceIdentifier").alias());
    CHECK(start->parameters().member("DBInstanceIdentifier").stands_for(identifier));
    CHECK_FALSE(sdk_parameters("ecs", "runTask").member("Tags").stands_for(identifier));
    const Shape instance = start->result().member("DbInstance").shape();
    CHECK_FALSE(instance.member("DBInstanceIdentifier").stands_for(instance.member("DbInstanceArn")));
    CHECK(start->result().member("DbInstance").shape().member("Engine"));
    const auto errors = start->errors();
    CHECK(std::find(errors.begin(), errors.end(), "DbInstanceNotFoundException") != errors.end());
    CHECK(sdk_service("cognitoidentityprovider")->error_prefix() == "CognitoIdentityProvider");
    CHECK(sdk_service("cloudwatchlogs")->model() == "logs");
    CHECK(sdk_service("cloudwatchlogs")->signing_name() == "logs");
    CHECK_FALSE(sdk_service("logs"));
    const Shape copy = sdk_parameters("s3", "copyObject");
    CHECK(copy.member("SourceBucket"));
    CHECK_FALSE(copy.member("CopySource").required());
  }

  TEST_CASE("operations with an event stream") {
    CHECK(sdk_operation("lambda", "invokeWithResponseStream")->streams());
    CHECK(sdk_operation("kinesis", "subscribeToShard")->streams());
    CHECK_FALSE(sdk_operation("lambda", "invoke")->streams());
  }

  TEST_CASE("what the SDK has and Step Functions cannot call") {
    CHECK(sdk_exception("lambda", "invokeWithResponseStream").standing == SdkStanding::stream);
    CHECK(sdk_exception("lambda", "invokeWithResponseStream").instead == "invoke");
    CHECK(sdk_exception("polly", "startSpeechSynthesisStream").standing == SdkStanding::stream);
    CHECK(sdk_exception("sts", "assumeRole").standing == SdkStanding::unsupported);
    CHECK(sdk_exception("qldb", "listLedgers").standing == SdkStanding::retired);
    CHECK(sdk_exception("ecs", "runTask").standing == SdkStanding::supported);
    // A retired service that the models have is not retired; an exception of an operation that they lack is a
    // slip.
    for (size_t i = 0; i < tables::sdk_exception_count; ++i) {
      const auto& row = tables::sdk_exceptions[i];
      CAPTURE(tables::text(row.service));
      CAPTURE(tables::text(row.action));
      const bool retired = row.standing == static_cast<uint32_t>(SdkStanding::retired);
      CHECK(sdk_service(tables::text(row.service)).has_value() == !retired);
    }
  }

  TEST_CASE("limits are known of optimized integrations only") {
    CHECK(sdk_parameters("ecs", "runTask").member("Tags").shape().maximum() == 50.0);
    CHECK_FALSE(sdk_parameters("rds", "startDBInstance").member("DbInstanceIdentifier").shape().maximum());
  }

  TEST_CASE("every integration has parameters, patterns and a page") {
    for (const Integration one : integrations()) {
      CAPTURE(one.service());
      CAPTURE(one.action());
      CHECK(one.parameters().is_structure());
      CHECK((one.patterns() == 0) == (one.standing() != Standing::task));
      CHECK(one.see().substr(0, 29) == "https://docs.aws.amazon.com/s");
      CHECK(find(one.service(), one.action())->parameters() == one.parameters());
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
