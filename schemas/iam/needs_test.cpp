#include "schemas/iam/needs.h"

#include <doctest/doctest.h>

#include "lint/json/parse.h"
#include "schemas/iam/grants.h"

using namespace sfn;
using namespace sfn::schemas::iam;

namespace {

using Lines = std::vector<std::string>;

// The needs of a definition, or of one state in it: "ACTION on GRANTED", "-> SERVICE" for a role that is
// passed.
struct Known {
  explicit Known(const std::string& state)
      : source("x",
               state.starts_with("{\"StartAt\"") ? state : R"({"StartAt":"S","States":{"S":)" + state + "}}"),
        parsed(json::parse(source, 0)),
        machine(*parsed.document, surroundings),
        needs(machine) {}
  Lines lines() const {
    Lines all;
    for (const Need& need : needs.all) {
      std::string line = need.action + " on";
      for (const NeededResource& resource : need.resources) line += " " + resource.granted;
      all.push_back(need.passed.empty() ? line : line + " -> " + std::string(need.passed));
    }
    return all;
  }
  Source source;
  json::Parsed parsed;
  asl::Surroundings surroundings;
  asl::Machine machine;
  Needs needs;
};

Lines needs(const std::string& state) { return Known(state).lines(); }

std::string task(const std::string& resource, const std::string& parameters, const std::string& more = "") {
  return R"({"Type": "Task", "Resource": "arn:aws:states:::)" + resource + R"(", "Parameters": {)" +
         parameters + "}, " + more + R"("End": true})";
}

const std::string ecs = "arn:${Partition}:ecs:${Region}:${Account}:";

}  // namespace

TEST_SUITE("schemas/iam/needs") {
  TEST_CASE("how a task definition is named decides what is granted") {
    const auto granted = [](const std::string& value) {
      return needs(task("ecs:runTask", "\"TaskDefinition" + value));
    };
    CHECK(granted(R"(": "web:7")") == Lines{"ecs:RunTask on " + ecs + "task-definition/web:7"});
    CHECK(granted(R"(": "web")") == Lines{"ecs:RunTask on " + ecs + "task-definition/web:*"});
    const std::string arn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web";
    CHECK(granted("\": \"" + arn + ":7\"") == Lines{"ecs:RunTask on " + arn + ":7"});
    CHECK(granted("\": \"" + arn + "\"") == Lines{"ecs:RunTask on " + arn + ":*"});
    for (const char* unknown :
         {R"(.$": "$.job")", R"(": "${Job}")", R"(": "web-${Stage}:7")", R"(": "web*")", R"(": 7)"})
      CHECK(granted(unknown) == Lines{"ecs:RunTask on *"});
    CHECK(
        needs(R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
      "Arguments": {"TaskDefinition": "{% $states.input.job %}"}, "End": true})json") ==
        Lines{"ecs:RunTask on *"});
    CHECK(
        needs(R"json({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask",
      "Arguments": "{% $all %}", "End": true})json") == Lines{"ecs:RunTask on *"});
  }

  TEST_CASE("only `.sync` waits") {
    CHECK(needs(task("ecs:runTask.sync", R"("TaskDefinition": "web:7")")).size() == 6);
    CHECK(needs(task("ecs:runTask.waitForTaskToken", R"("TaskDefinition": "web:7")")).size() == 1);
    CHECK(needs(task("aws-sdk:ecs:runTask", R"("TaskDefinition": "web:7")")).size() == 1);
    CHECK(needs(task("ecs:runTask${Pattern}", R"("TaskDefinition": "web:7")")).empty());
  }

  TEST_CASE("roles, volumes and tags of a task") {
    const Lines all = needs(task("ecs:runTask", R"("TaskDefinition": "web:7", "EnableECSManagedTags": true,
      "Overrides": {"TaskRoleArn": "arn:aws:iam::123456789012:role/app", "ExecutionRoleArn.$": "$.role"},
      "VolumeConfigurations": [{"Name": "d", "ManagedEBSVolume": {"RoleArn": "arn:aws:iam::123456789012:role/v"}}])"));
    CHECK(all == Lines{"ecs:RunTask on " + ecs + "task-definition/web:7",
                       "ecs:TagResource on " + ecs + "task/*",
                       "iam:PassRole on arn:aws:iam::123456789012:role/app -> ecs-tasks.amazonaws.com",
                       "iam:PassRole on arn:${Partition}:iam::${Account}:role/${ExecutionRole} -> "
                       "ecs-tasks.amazonaws.com",
                       "iam:PassRole on arn:aws:iam::123456789012:role/v -> ecs.amazonaws.com"});
    CHECK(needs(task("ecs:runTask", R"("TaskDefinition": "web:7", "EnableECSManagedTags": false, "Tags": [],
      "PropagateTags": "NONE")"))
              .size() == 1);
  }

  TEST_CASE("with Credentials another role makes the call") {
    const std::string with = R"("Credentials": {"RoleArn": "arn:aws:iam::210987654321:role/there"}, )";
    const Known known(task("ecs:runTask.sync", R"("TaskDefinition": "web:7")", with));
    CHECK(known.lines() == Lines{"sts:AssumeRole on arn:aws:iam::210987654321:role/there"});
    REQUIRE(known.needs.unknown.size() == 1);
    CHECK(known.needs.unknown[0].kind == UnknownNeedKind::credentials);
  }

  TEST_CASE("states in branches and processors count") {
    CHECK(
        needs(
            R"({"Type": "Parallel", "Branches": [{"StartAt": "M", "States": {"M": {"Type": "Map", "Iterator":
      {"StartAt": "T", "States": {"T": )" +
            task("ecs:runTask", R"("TaskDefinition": "web:7")") + R"(}}, "End": true}}}],
      "End": true})") == Lines{"ecs:RunTask on " + ecs + "task-definition/web:7"});
  }

  TEST_CASE("other integrations, by their parameters") {
    CHECK(needs(task("sqs:sendMessage",
                     R"("QueueUrl": "https://sqs.eu-west-1.amazonaws.com/123456789012/q")")) ==
          Lines{"sqs:SendMessage on arn:${Partition}:sqs:eu-west-1:123456789012:q"});
    CHECK(needs(task("sqs:sendMessage", R"("QueueUrl.$": "$.q")")) == Lines{"sqs:SendMessage on *"});
    CHECK(needs(task("lambda:invoke", R"("FunctionName": "123456789012:function:f:live")")) ==
          Lines{"lambda:InvokeFunction on arn:${Partition}:lambda:${Region}:${Account}:function:f:live"});
    CHECK(needs(task("dynamodb:getItem", R"("TableName": "t")")) ==
          Lines{"dynamodb:GetItem on arn:${Partition}:dynamodb:${Region}:${Account}:table/t"});
    CHECK(needs(task("sns:publish", R"("PhoneNumber": "+1")")) == Lines{"sns:Publish on *"});
    CHECK(needs(task("events:putEvents", R"("Entries": [{"Detail": "d"}, {"EventBusName": "orders"}])")) ==
          Lines{"events:PutEvents on arn:${Partition}:events:${Region}:${Account}:event-bus/default "
                "arn:${Partition}:events:${Region}:${Account}:event-bus/orders"});
    CHECK(needs(task("apigateway:invoke", R"("ApiEndpoint": "e", "Method": "GET")")).empty());
    CHECK(needs(task("apigateway:invoke", R"("AuthType": "IAM_ROLE")")).size() == 1);
    CHECK(needs(task("bedrock:invokeModel", R"("ModelId": "amazon.titan-text-express-v1")")) ==
          Lines{"bedrock:InvokeModel on "
                "arn:${Partition}:bedrock:${Region}::foundation-model/amazon.titan-text-express-v1"});
    CHECK(needs(task("bedrock:invokeModel", R"("ModelId": "eu.amazon.nova-lite-v1:0")")) ==
          Lines{"bedrock:InvokeModel on *"});
    CHECK(needs(task("bedrockagentcore:invokeHarness",
                     R"("HarnessArn": "arn:aws:bedrock-agentcore:eu-west-1:1:harness/h")")) ==
          Lines{"bedrock-agentcore:InvokeHarness on arn:aws:bedrock-agentcore:eu-west-1:1:harness/h",
                "bedrock-agentcore:InvokeAgentRuntime on arn:aws:bedrock-agentcore:eu-west-1:1:harness/h"});
    CHECK(needs(task("states:startExecution.sync:2",
                     R"("StateMachineArn": "arn:aws:states:eu-west-1:1:stateMachine:m:PROD")"))[1] ==
          "states:DescribeExecution on arn:aws:states:eu-west-1:1:execution:m:*");
  }

  TEST_CASE("calls of the AWS SDK: the action of the API, or what IAM calls it") {
    const Known secret(task("aws-sdk:secretsmanager:getSecretValue", R"("SecretId": "s")"));
    CHECK(secret.lines() == Lines{"secretsmanager:GetSecretValue on *"});
    CHECK(secret.needs.unknown[0].kind == UnknownNeedKind::any_resource);
    CHECK(needs(task("aws-sdk:s3:listObjectsV2", R"("Bucket": "b")")) ==
          Lines{"s3:ListBucket on arn:${Partition}:s3:::b"});
    CHECK(needs(task("aws-sdk:s3:copyObject", "")) == Lines{"s3:GetObject on *", "s3:PutObject on *"});
    CHECK(needs(task("aws-sdk:sfn:listExecutions", "")) == Lines{"states:ListExecutions on *"});
    CHECK(needs(task("aws-sdk:cloudwatchlogs:createLogGroup", "")) == Lines{"logs:CreateLogGroup on *"});
    CHECK(needs(task("aws-sdk:cloudwatch:putMetricData", "")) == Lines{"cloudwatch:PutMetricData on *"});
    CHECK(needs(task("aws-sdk:sesv2:sendEmail", "")) == Lines{"ses:SendEmail on *"});
  }

  TEST_CASE("what is not documented is said, not invented") {
    const Known known(task("eks:runJob.sync", R"("ClusterName": "k")"));
    CHECK(known.lines().empty());
    REQUIRE(known.needs.unknown.size() == 1);
    CHECK(known.needs.unknown[0].kind == UnknownNeedKind::unlisted_call);
    CHECK(known.needs.unknown[0].call == "eks:runJob.sync");
    const Known torrent(task("aws-sdk:s3:getObjectTorrent", ""));
    CHECK(torrent.needs.unknown[0].kind == UnknownNeedKind::unlisted_action);
    CHECK(torrent.needs.unknown[0].call == "aws-sdk:s3:getObjectTorrent");
    CHECK(Known(task("aws-sdk:novel:makeThing", "")).needs.unknown[0].kind ==
          UnknownNeedKind::unlisted_action);
    CHECK(Known(R"({"Type": "Task", "Resource": "${Function}", "End": true})").needs.unknown[0].kind ==
          UnknownNeedKind::unread_call);
  }

  TEST_CASE("grants are merged: `*` covers what is named, and a family its revisions") {
    const Known known(R"({"StartAt": "A", "States": {"A": )" +
                      task("ecs:runTask", R"("TaskDefinition": "web:7")") + R"(, "B": )" +
                      task("ecs:runTask.sync", R"("TaskDefinition": "web")") + "}}");
    const std::vector<Grant> merged = grants(known.needs.all, {"aws", "eu-west-1", "123456789012", ""});
    REQUIRE(merged.size() == 3);
    CHECK(merged[0].resources == Lines{"arn:aws:ecs:eu-west-1:123456789012:task-definition/web:*"});
    CHECK(merged[1].actions == Lines{"ecs:StopTask", "ecs:DescribeTasks"});
    CHECK(merged[2].actions == Lines{"events:PutTargets", "events:PutRule", "events:DescribeRule"});
    const Known dynamic(R"({"StartAt": "A", "States": {"A": )" +
                        task("ecs:runTask", R"("TaskDefinition.$": "$.j")") + R"(, "B": )" +
                        task("ecs:runTask.sync", R"("TaskDefinition": "web")") + "}}");
    CHECK(grants(dynamic.needs.all, {})[0].actions ==
          Lines{"ecs:RunTask", "ecs:StopTask", "ecs:DescribeTasks"});
    CHECK(known_values(dynamic.machine).partition == "aws");
  }
}
