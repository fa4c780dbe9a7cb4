#include "schemas/java_names.h"

#include <doctest/doctest.h>

using namespace sfn::schemas;

TEST_SUITE("schemas/java_names") {
  TEST_CASE("services: names that the Developer Guide lists") {
    CHECK(java::service("ECS") == "Ecs");
    CHECK(java::service("SFN") == "Sfn");
    CHECK(java::service("DynamoDB") == "DynamoDb");
    CHECK(java::service("SESv2") == "SesV2");
    CHECK(java::service("WAFV2") == "Wafv2");
    CHECK(java::service("FSx") == "FSx");
    CHECK(java::service("Cognito Identity Provider") == "CognitoIdentityProvider");
    CHECK(java::service("Database Migration Service") == "DatabaseMigration");
    CHECK(java::service("CloudWatch Logs") == "CloudWatchLogs");
    CHECK(java::service("API Gateway") == "ApiGateway");
    CHECK(java::service("IoT 1Click Devices Service") == "Iot1ClickDevices");
  }

  TEST_CASE("members: only the first run of capitals is lowered") {
    CHECK(java::member("DBInstanceIdentifier") == "DbInstanceIdentifier");
    CHECK(java::member("SNSTopicArn") == "SnsTopicArn");
    CHECK(java::member("SSEKMSKeyId") == "SsekmsKeyId");
    CHECK(java::member("enableECSManagedTags") == "EnableECSManagedTags");
    CHECK(java::member("Bucket") == "Bucket");
    CHECK(java::member("IPv6Address") == "IPv6Address");
    CHECK(java::member("ACL") == "Acl");
    CHECK(java::member("MD5OfMessageBody") == "Md5OfMessageBody");
    CHECK(java::member("vpcSettings") == "VpcSettings");
    CHECK(java::member("S") == "S");
    CHECK(java::member("").empty());
  }

  TEST_CASE("exceptions") {
    CHECK(java::exception("DBInstanceNotFoundFault") == "DbInstanceNotFoundException");
    CHECK(java::exception("ExecutionAlreadyExists") == "ExecutionAlreadyExistsException");
    CHECK(java::exception("ClientException") == "ClientException");
    CHECK(java::exception("KMSDisabledException") == "KmsDisabledException");
    CHECK(java::exception("EC2AccessDeniedException") == "Ec2AccessDeniedException");
    CHECK(java::exception("NoSuchKey") == "NoSuchKeyException");
  }

  TEST_CASE("actions and reserved words") {
    CHECK(java::action("ListObjectsV2") == "listObjectsV2");
    CHECK(java::is_reserved("Equals"));
    CHECK_FALSE(java::is_reserved("Bucket"));
  }
}
