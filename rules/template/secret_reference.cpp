// Dynamic references of CloudFormation to secrets.
#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::template_::secret_reference {

namespace {

void check_text(Value value, std::string_view opening, std::string_view fault, Report& report) {
  const std::string_view text = value.text();
  const size_t begin = text.find(opening);
  if (begin == std::string_view::npos) return;
  const size_t close = text.find("}}", begin),
               end = close == std::string_view::npos ? text.size() : close + 2;
  report.add(value.stretch(begin, end),
             fmt::format("`{}` {}; pass the name of the secret and let the task read it", opening, fault));
}

void check(Value value, Report& report) {
  if (value.name() == "Comment") return;
  check_text(value, "{{resolve:secretsmanager:", "inserts the secret into the definition as plain text",
             report);
  check_text(value, "{{resolve:ssm-secure:", "is not supported in a state machine", report);
}

constexpr Example examples[] = {
    {"a secret in the environment of a container",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
         "Parameters": {"TaskDefinition": "job:1", "Overrides": {"ContainerOverrides": [{"Name": "job",
           "Environment": [{"Name": "DB", "Value": "«{{resolve:secretsmanager:job/db:SecretString:::}}»"}]}]}}})"},
    {"a secure parameter",
     R"({"Type": "Pass", "Result": "key=«{{resolve:ssm-secure:key:1}}»", "End": true})"},
    {"a parameter that is not a secret",
     R"({"Type": "Pass", "Result": "{{resolve:ssm:name:1}}", "End": true})"},
    {"a comment", R"({"Type": "Pass", "Comment": "not {{resolve:secretsmanager:a}}", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "template/secret-reference",
    .severity = Severity::warning,
    .summary = "a CloudFormation reference to a secret",
    .why =
        "CloudFormation inserts the secret when the stack is deployed. Anyone who may read the definition or "
        "the history of an execution can then read it, and the quotes of a secret in JSON break "
        "`DefinitionString` (`INVALID_JSON_DESCRIPTION`). References to `ssm-secure` are refused in this "
        "resource.",
    .see = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html",
    .examples = examples,
    .about = {.values = Kind::string},
    .node = check,
};

}  // namespace sfn::rules::template_::secret_reference
