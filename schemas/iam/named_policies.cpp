#include "schemas/iam/named_policies.h"

#include <fmt/core.h>

#include <algorithm>

#include "lint/json/json_text.h"

namespace sfn::schemas::iam {

namespace {

// One statement. `{Name}` in a resource is a parameter of the template; several are separated by blanks.
struct Row {
  std::string_view name, actions, resources = "*";
};

#define ARN(service, resource) "arn:${Partition}:" service ":${Region}:${Account}:" resource

// Source: policy_templates.json of AWS SAM, described on the page serverless-policy-template-list of its
// Developer Guide. What is not here is not known.
constexpr Row sam_templates[] = {
    {"AthenaQueryPolicy",
     "athena:ListWorkGroups,athena:GetExecutionEngine,athena:GetExecutionEngines,athena:GetNamespace,"
     "athena:GetCatalogs,athena:GetNamespaces,athena:GetTables,athena:GetTable"},
    {"AthenaQueryPolicy",
     "athena:StartQueryExecution,athena:GetQueryResults,athena:DeleteNamedQuery,athena:GetNamedQuery,"
     "athena:ListQueryExecutions,athena:StopQueryExecution,athena:GetQueryResultsStream,"
     "athena:ListNamedQueries,athena:CreateNamedQuery,athena:GetQueryExecution,athena:BatchGetNamedQuery,"
     "athena:BatchGetQueryExecution,athena:GetWorkGroup",
     ARN("athena", "workgroup/{WorkGroupName}")},
    {"CloudWatchPutMetricPolicy", "cloudwatch:PutMetricData"},
    {"ComprehendBasicAccessPolicy",
     "comprehend:BatchDetectKeyPhrases,comprehend:DetectDominantLanguage,comprehend:DetectEntities,"
     "comprehend:BatchDetectEntities,comprehend:DetectKeyPhrases,comprehend:DetectSentiment,"
     "comprehend:BatchDetectDominantLanguage,comprehend:BatchDetectSentiment"},
    {"DynamoDBCrudPolicy",
     "dynamodb:GetItem,dynamodb:DeleteItem,dynamodb:PutItem,dynamodb:Scan,dynamodb:Query,"
     "dynamodb:UpdateItem,dynamodb:BatchWriteItem,dynamodb:BatchGetItem,dynamodb:DescribeTable,"
     "dynamodb:ConditionCheckItem",
     ARN("dynamodb", "table/{TableName}") " " ARN("dynamodb", "table/{TableName}/index/*")},
    {"DynamoDBReadPolicy",
     "dynamodb:GetItem,dynamodb:Scan,dynamodb:Query,dynamodb:BatchGetItem,dynamodb:DescribeTable",
     ARN("dynamodb", "table/{TableName}") " " ARN("dynamodb", "table/{TableName}/index/*")},
    {"DynamoDBWritePolicy", "dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:BatchWriteItem",
     ARN("dynamodb", "table/{TableName}") " " ARN("dynamodb", "table/{TableName}/index/*")},
    {"EcsRunTaskPolicy", "ecs:RunTask", ARN("ecs", "task-definition/{TaskDefinition}")},
    {"EventBridgePutEventsPolicy", "events:PutEvents", ARN("events", "event-bus/{EventBusName}")},
    {"LambdaInvokePolicy", "lambda:InvokeFunction", ARN("lambda", "function:{FunctionName}*")},
    {"S3CrudPolicy",
     "s3:GetObject,s3:ListBucket,s3:GetBucketLocation,s3:GetObjectVersion,s3:PutObject,s3:PutObjectAcl,"
     "s3:GetLifecycleConfiguration,s3:PutLifecycleConfiguration,s3:DeleteObject",
     "arn:${Partition}:s3:::{BucketName} arn:${Partition}:s3:::{BucketName}/*"},
    {"S3ReadPolicy",
     "s3:GetObject,s3:ListBucket,s3:GetBucketLocation,s3:GetObjectVersion,s3:GetLifecycleConfiguration",
     "arn:${Partition}:s3:::{BucketName} arn:${Partition}:s3:::{BucketName}/*"},
    {"S3WritePolicy", "s3:PutObject,s3:PutObjectAcl,s3:PutLifecycleConfiguration",
     "arn:${Partition}:s3:::{BucketName} arn:${Partition}:s3:::{BucketName}/*"},
    {"SNSPublishMessagePolicy", "sns:Publish", ARN("sns", "{TopicName}")},
    {"SQSSendMessagePolicy", "sqs:SendMessage*", ARN("sqs", "{QueueName}")},
    {"StepFunctionsExecutionPolicy", "states:StartExecution",
     ARN("states", "stateMachine:{StateMachineName}")},
    {"TextractPolicy", "textract:*"},
};
#undef ARN

// Source: the page of each policy in the AWS Managed Policy Reference Guide. Only those that concern no more
// than a service or two: what is not here is not known.
constexpr Row managed_policies[] = {
    {"AWSLambdaBasicExecutionRole", "logs:CreateLogGroup,logs:CreateLogStream,logs:PutLogEvents"},
    {"AWSLambdaRole", "lambda:InvokeFunction"},
    {"AWSStepFunctionsFullAccess", "states:*"},
    {"AWSXRayDaemonWriteAccess", "xray:*"},
    {"AWSXrayWriteOnlyAccess", "xray:*"},
    {"AdministratorAccess", "*"},
    {"AmazonEC2ContainerRegistryReadOnly", "ecr:*"},
    {"AmazonEC2ContainerServiceEventsRole", "ecs:RunTask,iam:PassRole,ecs:TagResource"},
    {"AmazonECSTaskExecutionRolePolicy", "ecr:*,logs:CreateLogStream,logs:PutLogEvents"},
    {"AmazonS3FullAccess", "s3:*,s3-object-lambda:*"},
    {"AmazonS3ReadOnlyAccess", "s3:Get*,s3:List*,s3:Describe*,s3-object-lambda:Get*,s3-object-lambda:List*"},
    {"AmazonSNSFullAccess", "sns:*"},
    {"AmazonSQSFullAccess", "sqs:*"},
};

std::string list(std::string_view text, char separator) {
  std::string json;
  while (!text.empty()) {
    const std::string_view item = text.substr(0, text.find(separator));
    json += (json.empty() ? "" : ", ") + json::quote(item);
    text.remove_prefix(std::min(text.size(), item.size() + 1));
  }
  return "[" + json + "]";
}

// The parameter's value, or a placeholder where it is not known.
std::string value_of(Value parameter, std::string_view name, const Declarations& declarations) {
  const bool reference = parameter.is_opaque() && parameter.text().starts_with("${");
  if (!parameter.is_string() && !reference) return fmt::format("${{{}}}", name);
  std::string text = declarations.resolve(parameter.text());
  // An ARN where SAM wants a name: nobody means it, but what it grants is not for us to say.
  return text.starts_with("arn:") ? fmt::format("${{{}}}", name) : text;
}

std::string filled(std::string_view resources, Value parameters, const Declarations& declarations) {
  std::string text(resources);
  for (size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    if (at > 0 && text[at - 1] == '$') continue;
    const size_t end = text.find('}', at);
    const std::string name = text.substr(at + 1, end - at - 1);
    const std::string value = value_of(parameters[name], name, declarations);
    text.replace(at, end + 1 - at, value);
    at += value.size();
  }
  return text;
}

std::string statement(std::string_view actions, std::string_view resources) {
  return fmt::format(R"({{"Effect": "Allow", "Action": {}, "Resource": {}}})", list(actions, ','),
                     list(resources, ' '));
}

}  // namespace

std::optional<std::string> sam_policy(Value policy, const Declarations& declarations) {
  const Value parameters = policy.first_child();
  if (!policy.is_object() || !parameters || parameters.next()) return std::nullopt;
  std::string statements;
  for (const Row& row : sam_templates)
    if (row.name == parameters.name())
      statements += (statements.empty() ? "" : ", ") +
                    statement(row.actions, filled(row.resources, parameters, declarations));
  if (statements.empty()) return std::nullopt;
  return R"({"Version": "2012-10-17", "Statement": [)" + statements + "]}";
}

std::optional<std::string> managed_policy(std::string_view name) {
  if (name.starts_with("arn:") && name.find(":iam::aws:policy/") == name.npos) return std::nullopt;
  const std::string_view own = name.substr(name.rfind('/') + 1);
  for (const Row& row : managed_policies)
    if (row.name == own)
      return R"({"Version": "2012-10-17", "Statement": [)" + statement(row.actions, row.resources) + "]}";
  return std::nullopt;
}

}  // namespace sfn::schemas::iam
