#include "schemas/stack/resource_kind.h"

#include <algorithm>

namespace sfn::schemas {

namespace {

using Ref = ResourceType::Ref;

// clang-format off
#define ARN(service, resource) "arn:${Partition}:" service ":${Region}:${Account}:" resource
constexpr std::string_view
    role_arn = "arn:${Partition}:iam::${Account}:role{path}{name}",
    policy_arn = "arn:${Partition}:iam::${Account}:policy{path}{name}",
    task_arn = ARN("ecs", "task-definition/{name}:${Revision}"),
    cluster_arn = ARN("ecs", "cluster/{name}"),
    machine_arn = ARN("states", "stateMachine:{name}"),
    function_arn = ARN("lambda", "function:{name}"),
    queue_arn = ARN("sqs", "{name}"),
    topic_arn = ARN("sns", "{name}"),
    rule_arn = ARN("events", "rule/{name}"),
    bus_arn = ARN("events", "event-bus/{name}"),
    log_arn = ARN("logs", "log-group:{name}:*"),
    table_arn = ARN("dynamodb", "table/{name}"),
    bucket_arn = "arn:${Partition}:s3:::{name}";
#undef ARN

// Sorted by type. What `Ref` returns is on the page of each resource in the CloudFormation User Guide.
constexpr ResourceType types[] = {
    {"AWS::DynamoDB::GlobalTable", ResourceKind::table, "TableName", table_arn},
    {"AWS::DynamoDB::Table", ResourceKind::table, "TableName", table_arn},
    {"AWS::ECS::CapacityProvider", ResourceKind::capacity_provider, "Name", ""},
    {"AWS::ECS::Cluster", ResourceKind::cluster, "ClusterName", cluster_arn},
    {"AWS::ECS::TaskDefinition", ResourceKind::task_definition, "Family", task_arn, Ref::arn},
    {"AWS::Events::EventBus", ResourceKind::event_bus, "Name", bus_arn},
    {"AWS::Events::Rule", ResourceKind::rule, "Name", rule_arn},
    {"AWS::IAM::ManagedPolicy", ResourceKind::managed_policy, "ManagedPolicyName", policy_arn, Ref::arn},
    {"AWS::IAM::Policy", ResourceKind::inline_policy, "", ""},
    {"AWS::IAM::Role", ResourceKind::role, "RoleName", role_arn},
    {"AWS::IAM::RolePolicy", ResourceKind::inline_policy, "", ""},
    {"AWS::Lambda::Function", ResourceKind::function, "FunctionName", function_arn},
    {"AWS::Logs::LogGroup", ResourceKind::log_group, "LogGroupName", log_arn},
    {"AWS::S3::Bucket", ResourceKind::bucket, "BucketName", bucket_arn},
    {"AWS::SNS::Topic", ResourceKind::topic, "TopicName", topic_arn, Ref::arn},
    {"AWS::SQS::Queue", ResourceKind::queue, "QueueName", queue_arn, Ref::other},
    {"AWS::Serverless::Connector", ResourceKind::connector, "", ""},
    {"AWS::Serverless::Function", ResourceKind::function, "FunctionName", function_arn},
    {"AWS::Serverless::SimpleTable", ResourceKind::table, "TableName", table_arn},
    {"AWS::Serverless::StateMachine", ResourceKind::state_machine, "Name", machine_arn, Ref::arn},
    {"AWS::StepFunctions::StateMachine", ResourceKind::state_machine, "StateMachineName", machine_arn, Ref::arn},
    {"aws_cloudwatch_event_bus", ResourceKind::event_bus, "name", bus_arn},
    {"aws_cloudwatch_event_rule", ResourceKind::rule, "name", rule_arn},
    {"aws_cloudwatch_log_group", ResourceKind::log_group, "name", log_arn},
    {"aws_dynamodb_table", ResourceKind::table, "name", table_arn},
    {"aws_ecs_capacity_provider", ResourceKind::capacity_provider, "name", ""},
    {"aws_ecs_cluster", ResourceKind::cluster, "name", cluster_arn},
    {"aws_ecs_task_definition", ResourceKind::task_definition, "family", task_arn},
    {"aws_iam_policy", ResourceKind::managed_policy, "name", policy_arn},
    {"aws_iam_policy_attachment", ResourceKind::policy_attachment, "", ""},
    {"aws_iam_role", ResourceKind::role, "name", role_arn},
    {"aws_iam_role_policies_exclusive", ResourceKind::policy_attachment, "", ""},
    {"aws_iam_role_policy", ResourceKind::inline_policy, "", ""},
    {"aws_iam_role_policy_attachment", ResourceKind::policy_attachment, "", ""},
    {"aws_iam_role_policy_attachments_exclusive", ResourceKind::policy_attachment, "", ""},
    {"aws_lambda_function", ResourceKind::function, "function_name", function_arn},
    {"aws_s3_bucket", ResourceKind::bucket, "bucket", bucket_arn},
    {"aws_sfn_state_machine", ResourceKind::state_machine, "name", machine_arn},
    {"aws_sns_topic", ResourceKind::topic, "name", topic_arn},
    {"aws_sqs_queue", ResourceKind::queue, "name", queue_arn},
};
// clang-format on

}  // namespace

const ResourceType* resource_type(std::string_view type) {
  const auto* found =
      std::lower_bound(std::begin(types), std::end(types), type,
                       [](const ResourceType& row, std::string_view t) { return row.type < t; });
  return found != std::end(types) && found->type == type ? found : nullptr;
}

}  // namespace sfn::schemas
