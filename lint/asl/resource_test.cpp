#include "lint/asl/resource.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/json/parse.h"

namespace sfn::asl {

namespace {

struct Row {
  const char* text;
  ResourceKind kind;
  Pattern pattern;
  const char *partition, *region, *account, *service, *action, *suffix;
};

constexpr auto none = ResourceKind::unknown;
constexpr auto optimized = ResourceKind::integration;
constexpr auto sdk = ResourceKind::aws_sdk;

constexpr Row rows[] = {
    {"arn:aws:states:::ecs:runTask", optimized, Pattern::request_response, "aws", "", "", "ecs", "runTask",
     ""},
    {"arn:aws:states:::ecs:runTask.sync", optimized, Pattern::sync, "aws", "", "", "ecs", "runTask", ".sync"},
    {"arn:aws:states:::states:startExecution.sync:2", optimized, Pattern::sync2, "aws", "", "", "states",
     "startExecution", ".sync:2"},
    {"arn:aws-cn:states:::sqs:sendMessage.waitForTaskToken", optimized, Pattern::callback, "aws-cn", "", "",
     "sqs", "sendMessage", ".waitForTaskToken"},
    {"arn:aws:states:eu-west-1:111122223333:sns:publish", optimized, Pattern::request_response, "aws",
     "eu-west-1", "111122223333", "sns", "publish", ""},
    {"arn:aws:states:::ecs:runTask.Sync", optimized, Pattern::unknown, "aws", "", "", "ecs", "runTask",
     ".Sync"},
    {"arn:aws:states:::ecs:runTask:sync", optimized, Pattern::unknown, "aws", "", "", "ecs", "runTask",
     ":sync"},
    {"arn:aws:states:::ecs", optimized, Pattern::request_response, "aws", "", "", "ecs", "", ""},
    {"arn:aws:states:::aws-sdk:ecs:listTasks", sdk, Pattern::request_response, "aws", "", "", "ecs",
     "listTasks", ""},
    {"arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken", sdk, Pattern::callback, "aws", "", "",
     "sfn", "startExecution", ".waitForTaskToken"},
    {"arn:aws:states:us-east-1:111122223333:activity:work", ResourceKind::activity, Pattern::request_response,
     "aws", "us-east-1", "111122223333", "activity", "work", ""},
    {"arn:aws:lambda:us-east-1:111122223333:function:f:live", ResourceKind::lambda, Pattern::request_response,
     "aws", "us-east-1", "111122223333", "", "f:live", ""},
    {"arn:aws:lambda:::function:f", ResourceKind::lambda, Pattern::request_response, "aws", "", "", "", "f",
     ""},
    {"arn:aws:lambda:us-east-1:111122223333:layer:l", none, Pattern::unknown, "aws", "us-east-1",
     "111122223333", "", "", ""},
    {"arn:aws:ecs:::runTask.sync", none, Pattern::unknown, "aws", "", "", "", "", ""},
    {"arn:aws:states:::", none, Pattern::unknown, "aws", "", "", "", "", ""},
    {"arn", none, Pattern::unknown, "", "", "", "", "", ""},
    {"", none, Pattern::unknown, "", "", "", "", "", ""},
    {"MyFunction", none, Pattern::unknown, "", "", "", "", "", ""},
    // A colon inside a placeholder separates nothing.
    {"arn:${AWS::Partition}:states:::ecs:runTask.sync", optimized, Pattern::sync, "${AWS::Partition}", "", "",
     "ecs", "runTask", ".sync"},
    {"arn:aws:states:#{AWS::Region}:#{AWS::AccountId}:activity:work", ResourceKind::activity,
     Pattern::request_response, "aws", "#{AWS::Region}", "#{AWS::AccountId}", "activity", "work", ""},
    {"arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${F}", ResourceKind::lambda,
     Pattern::request_response, "aws", "${AWS::Region}", "${AWS::AccountId}", "", "${F}", ""},
    {"arn:aws:states:::ecs:runTask.${Pattern}", optimized, Pattern::unknown, "aws", "", "", "ecs", "runTask",
     ".${Pattern}"},
    {"arn:aws:states:::ecs:${Action}.sync", optimized, Pattern::unknown, "aws", "", "", "ecs", "${Action}",
     ".sync"},
    {"arn:aws:states:#{AWS::Region}:#{AWS::AccountId}:activity:a", ResourceKind::activity,
     Pattern::request_response, "aws", "#{AWS::Region}", "#{AWS::AccountId}", "activity", "a", ""},
    {"${Resource}", none, Pattern::unknown, "", "", "", "", "", ""},
};

std::string quoted(const char* text) { return '"' + std::string(text) + '"'; }

}  // namespace

TEST_SUITE("asl/resource") {
  TEST_CASE("the parts of a Resource") {
    for (const Row& row : rows) {
      CAPTURE(row.text);
      const Source source("resource.json", quoted(row.text));
      const auto parsed = json::parse(source, 0);
      REQUIRE(parsed.document);
      const Resource resource = read_resource(parsed.document->root());
      CHECK(resource.kind == row.kind);
      CHECK(resource.pattern == row.pattern);
      CHECK(resource.partition == row.partition);
      CHECK(resource.region == row.region);
      CHECK(resource.account == row.account);
      CHECK(resource.service == row.service);
      CHECK(resource.action == row.action);
      CHECK(resource.suffix == row.suffix);
    }
  }

  TEST_CASE("what a placeholder hides is not known") {
    const auto read = [](const char* text) {
      const Source source("resource.json", quoted(text));
      const auto parsed = json::parse(source, 0);
      REQUIRE(parsed.document);
      const Resource resource = read_resource(parsed.document->root());
      return std::string(resource.service_known ? "s" : "") + (resource.action_known ? "a" : "") +
             (resource.pattern_known ? "p" : "");
    };
    CHECK(read("arn:${P}:states:::ecs:runTask.sync") == "sap");
    CHECK(read("arn:aws:states:::ecs:runTask.${Pattern}") == "sa");
    CHECK(read("arn:aws:states:::ecs:runTask${Suffix}") == "s");
    CHECK(read("arn:aws:states:::ecs:${Action}.sync") == "s");
    CHECK(read("arn:aws:states:::${Service}:runTask.sync") == "");
    CHECK(read("${Resource}") == "");
  }

  TEST_CASE("a part knows where it stands") {
    const Source source("resource.json", R"("arn:aws:states:::ecs:runTask.sync:2")");
    const auto parsed = json::parse(source, 0);
    const Resource resource = read_resource(parsed.document->root());
    CHECK(resource.where(resource.suffix).begin == 28);
    CHECK(resource.where(resource.suffix).end == 35);
    CHECK(resource.where(resource.service).begin == 17);
    CHECK(resource.where(resource.region).empty());
  }
}

}  // namespace sfn::asl
