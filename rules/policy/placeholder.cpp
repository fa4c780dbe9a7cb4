#include <fmt/core.h>

#include <algorithm>

#include <optional>
#include "lint/rule.h"
#include "schemas/deployment.h"
#include "schemas/iam/role.h"

namespace sfn::rules::policy::placeholder {

using namespace schemas::iam;

namespace {

struct Blank {
  size_t begin, end;
};

std::optional<Blank> blank(std::string_view text) {
  for (const auto& [open, close] : {std::pair{"[[", "]]"}, std::pair{"{{", "}}"}}) {
    const size_t begin = text.find(open), end = text.find(close, begin);
    if (begin != text.npos && end != text.npos) return Blank{begin, end + 2};
  }
  if (!text.starts_with("arn:")) return std::nullopt;
  if (const size_t line = text.find_first_of("\n\r"); line != text.npos) return Blank{line, line + 1};
  const size_t begin = text.find('<'), end = text.find('>', begin);
  return begin != text.npos && end != text.npos ? std::optional<Blank>({begin, end + 1}) : std::nullopt;
}

void look(const Policy& policy, Value value, Report& report) {
  const auto found = value.is_string() ? blank(value.text()) : std::nullopt;
  if (!found) return;
  const std::string_view text = value.text().substr(found->begin, found->end - found->begin);
  const bool line = text == "\n" || text == "\r";
  report.add(
      policy.quoted ? policy.place(value) : value.stretch(found->begin, found->end),
      line ? "this ARN contains a line break"
           : fmt::format("`{}` is a placeholder from sample code; replace it with your own value", text));
}

void check(const Document& document, Report& report) {
  const PolicyFile file(document);
  for (const Policy& policy : file.policies)
    for (const Statement& statement : policy.statements) {
      for (Value resource : statement.resources) look(policy, resource, report);
      for (Value test : statement.condition)
        for (Value key : test)
          for (Value value : texts(key)) look(policy, value, report);
    }
}

constexpr Example examples[] = {
    {.title = "the page's own statement",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:«[[region]]»:1:task-definition/web:1"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"}]})json"},
    {.title = "a condition",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"], "Condition": {"ArnEquals": {"ecs:cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/«<name>»"}}}]})json"},
    {.title = "filled in",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": ["ecs:StopTask", "ecs:DescribeTasks"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"], "Resource": ["arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule"]}]})json"},
    {.title = "a variable of IAM, and a placeholder of a template",
     .text = R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
 "Parameters": {"TaskDefinition": "web:7"}, "End": true})json",
     .policy =
         R"json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecs:RunTask"], "Resource": ["arn:aws:ecs:${AWS::Region}:123456789012:task-definition/web:7"]},
  {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::home/${aws:username}/*"}]})json"},
};

}  // namespace

extern const Rule rule{
    .id = "policy/placeholder",
    .severity = Severity::warning,
    .summary = "a placeholder from the AWS documentation that was never replaced",
    .why =
        "In the policies of the Developer Guide, `[[region]]`, `[[accountId]]`, `[[taskDefinition]]` and "
        "`[[revisionNumber]]` are placeholders for your own values. IAM accepts them literally, and they "
        "never match anything. A line break inside an ARN comes from copying the page.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
    .examples = examples,
    .needs = {&schemas::given::role_policy},
    .policy = check,
};

}  // namespace sfn::rules::policy::placeholder
