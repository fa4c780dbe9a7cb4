// The tables against what the documentation says of the integrations besides ECS.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "schemas/schemas.h"

using namespace sfn::schemas;

static std::string required(Shape shape) {
  std::string names;
  for (const Member member : shape.members())
    if (member.required()) names += (names.empty() ? "" : ",") + std::string(member.name());
  return names;
}

TEST_SUITE("schemas/services") {
  TEST_CASE("every service of the developer guide, and no other") {
    CHECK(services() == std::vector<std::string_view>{"apigateway",
                                                      "athena",
                                                      "batch",
                                                      "bedrock",
                                                      "bedrockagentcore",
                                                      "codebuild",
                                                      "databrew",
                                                      "dynamodb",
                                                      "ecs",
                                                      "eks",
                                                      "elasticmapreduce",
                                                      "emr-containers",
                                                      "emr-serverless",
                                                      "events",
                                                      "glue",
                                                      "http",
                                                      "lambda",
                                                      "mediaconvert",
                                                      "s3",
                                                      "sagemaker",
                                                      "sns",
                                                      "sqs",
                                                      "states"});
    CHECK(actions("athena").size() == 4);
    CHECK(actions("codebuild").size() == 8);
    CHECK(actions("elasticmapreduce").size() == 7);
    CHECK(actions("eks").size() == 8);
    CHECK(actions("sagemaker").size() == 9);
  }

  TEST_CASE("patterns differ by action") {
    CHECK(find("lambda", "invoke")->patterns() == (request_response | wait_for_task_token));
    CHECK(find("states", "startExecution")->patterns() ==
          (request_response | sfn::schemas::sync | sync2 | wait_for_task_token));
    CHECK(find("dynamodb", "putItem")->patterns() == request_response);
    CHECK(find("bedrockagentcore", "invokeHarness")->patterns() == request_response);
    CHECK(find("sagemaker", "createModel")->patterns() == request_response);
    CHECK(find("sagemaker", "createTrainingJob")->patterns() == (request_response | sfn::schemas::sync));
    CHECK(find("eks", "call")->patterns() == (request_response | wait_for_task_token));
    CHECK(find("s3", "getObject")->patterns() == 0);
    CHECK(find("s3", "getObject")->standing() == Standing::item_reader);
    CHECK(find("s3", "putObject")->standing() == Standing::result_writer);
  }

  TEST_CASE("required parameters") {
    CHECK(required(parameters("lambda", "invoke")) == "FunctionName");
    CHECK(required(parameters("sqs", "sendMessage")) == "MessageBody,QueueUrl");
    CHECK(required(parameters("sns", "publish")) == "Message");
    CHECK(required(parameters("batch", "submitJob")) == "JobDefinition,JobName,JobQueue");
    CHECK(required(parameters("dynamodb", "updateItem")) == "Key,TableName");
    CHECK(required(parameters("codebuild", "startBuild")) == "ProjectName");
    CHECK(required(parameters("codebuild", "retryBuildBatch")) == "Id");
    CHECK(required(parameters("athena", "stopQueryExecution")) == "QueryExecutionId");
    CHECK(required(parameters("bedrock", "invokeModel")) == "ModelId");
    CHECK(required(parameters("bedrockagentcore", "invokeHarness")) ==
          "HarnessArn,Messages,RuntimeSessionId");
    CHECK(parameters("bedrockagentcore", "invokeHarness").member("MaxIterations"));
    CHECK(sdk_parameters("bedrockagentcore", "invokeHarness").member("HarnessArn"));
    CHECK(required(parameters("emr-containers", "startJobRun")) == "VirtualClusterId");
    CHECK(required(parameters("emr-serverless", "startJobRun")) == "ApplicationId,ExecutionRoleArn");
    CHECK(required(parameters("eks", "runJob")) == "CertificateAuthority,ClusterName,Endpoint,Job");
    CHECK(required(parameters("apigateway", "invoke")) == "ApiEndpoint,Method");
    CHECK(required(parameters("http", "invoke")) == "ApiEndpoint,Method");
    CHECK(required(parameters("states", "startExecution")) == "StateMachineArn");
  }

  TEST_CASE("where any JSON will do") {
    CHECK(parameters("lambda", "invoke").member("Payload").shape().type() == Type::document);
    CHECK(parameters("states", "startExecution").member("Input").shape().type() == Type::document);
    CHECK(parameters("sqs", "sendMessage").member("MessageBody").shape().type() == Type::document);
    CHECK(parameters("sns", "publish").member("Message").shape().type() == Type::document);
    CHECK(parameters("bedrock", "invokeModel").member("Body").shape().type() == Type::document);
    const Shape entry = parameters("events", "putEvents").member("Entries").shape().item();
    CHECK(entry.member("Detail").shape().type() == Type::document);
    CHECK(entry.member("Source").shape().type() == Type::string);
    CHECK(result("lambda", "invoke").member("Payload").shape().type() == Type::document);
  }

  TEST_CASE("the keys of a map are data, its values have a shape") {
    const Shape item = parameters("dynamodb", "putItem").member("Item").shape();
    CHECK(item.type() == Type::map);
    CHECK(item.members().empty());
    CHECK_FALSE(item.member("S"));
    const Shape value = item.value();
    CHECK(value.member("S").shape().type() == Type::string);
    CHECK(value.member("BOOL").shape().type() == Type::boolean);
    CHECK(value.member("M").shape().value() == value);
    CHECK(value.accepts_text());
    CHECK_FALSE(parameters("sns", "publish").member("MessageAttributes").shape().value().accepts_text());
    CHECK(parameters("glue", "startJobRun").member("Arguments").shape().type() == Type::map);
  }

  TEST_CASE("a second spelling is accepted and never suggested") {
    const Shape value = parameters("dynamodb", "putItem").member("Item").shape().value();
    CHECK(value.member("Bool").alias());
    CHECK_FALSE(value.member("BOOL").alias());
    CHECK(value.member_ignoring_case("bool").name() == "BOOL");
    CHECK(value.member("Nul").alias());
    CHECK(value.member("Nul").shape() == value.member("NULL").shape());
  }

  TEST_CASE("wrappers") {
    const auto create = find("elasticmapreduce", "createCluster");
    CHECK(create->wrapper());
    CHECK_FALSE(create->parameters().member("Steps"));
    CHECK(create->parameters().member("Instances").shape().member("KeepJobFlowAliveWhenNoSteps").required());
    CHECK(create->result().member("ClusterId"));
    CHECK_FALSE(create->result().member("JobFlowId"));
    const Shape step = parameters("elasticmapreduce", "addStep").member("Step").shape();
    CHECK(required(step) == "HadoopJarStep,Name");
    const Shape fleet =
        parameters("elasticmapreduce", "modifyInstanceFleetByName").member("InstanceFleet").shape();
    CHECK(fleet.member("TargetSpotCapacity"));
    CHECK_FALSE(fleet.member("InstanceFleetId"));
    CHECK(parameters("apigateway", "invoke").member("Method").shape().accepts("PATCH"));
    CHECK_FALSE(parameters("eks", "call").member("Method").shape().accepts("OPTIONS"));
    CHECK(sdk_parameters("emr", "runJobFlow").member("Steps"));
    CHECK_FALSE(sdk_parameters("emr", "addStep"));
    CHECK(sdk_parameters("emr", "modifyInstanceFleet")
              .member("InstanceFleet")
              .shape()
              .member("InstanceFleetId")
              .required());
    CHECK_FALSE(sdk_parameters("s3", "getObject").open());
  }

  TEST_CASE("an open structure knows some of its members") {
    const Shape reader = parameters("s3", "getObject");
    CHECK(reader.open());
    CHECK(required(reader) == "Bucket,Key");
    CHECK_FALSE(parameters("lambda", "invoke").open());
  }

  TEST_CASE("aws-sdk names of services") {
    CHECK(sdk_parameters("sfn", "startExecution") == parameters("states", "startExecution"));
    CHECK(sdk_parameters("eventbridge", "putEvents") == parameters("events", "putEvents"));
    CHECK(sdk_parameters("bedrockruntime", "invokeModel"));
    CHECK(sdk_parameters("emrserverless", "startJobRun"));
    CHECK_FALSE(sdk_parameters("emr-serverless", "startJobRun"));
    CHECK_FALSE(sdk_parameters("states", "startExecution"));
  }

  TEST_CASE("a search through the largest and through recursive parameters ends") {
    const auto found = positions(parameters("mediaconvert", "createJob"), "Bitrate");
    CHECK(found.size() == 8);
    CHECK(positions(parameters("mediaconvert", "createJob"), "Nowhere").empty());
    CHECK(positions(parameters("dynamodb", "putItem"), "Nowhere").empty());
    const auto text = positions(parameters("dynamodb", "putItem"), "S", 2);
    REQUIRE(text.size() == 2);
    CHECK(text[0].path == "ExpressionAttributeValues.*.S");
    CHECK(text[1].path == "Item.*.S");
  }
}
