// `${Name}` that nothing declares.
#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "lint/characters.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "lint/templates/placeholders.h"

namespace sfn::rules::template_::undeclared_substitution {

namespace {

bool is_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return is_word(c) || c == ':'; });
}

// `echo ${HOME}` is the shell's.
bool is_of_shell(const templates::Placeholder& found) {
  const bool capitals = std::all_of(found.name.begin(), found.name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
  return capitals && found.text.size() > found.name.size() + 3;
}

// Functions and what CloudFormation names itself are known to `Fn::Sub` only.
std::string advice(std::string_view name, const std::vector<std::string_view>& declared, bool terraform) {
  if (name.starts_with("AWS::")) return "only `Fn::Sub` replaces it";
  if (const auto near = nearest(name, declared)) return fmt::format("did you mean `${{{}}}`?", *near);
  if (terraform) return "Terraform refuses the template";
  return "the placeholder stays in the definition as text";
}

std::string missing(std::string_view name, bool terraform) {
  return terraform ? fmt::format("`templatefile` passes no `{}` to this template", name)
                   : fmt::format("`DefinitionSubstitutions` has no `{}`", name);
}

void check(const templates::Resource& resource, Report& report) {
  const Value declared = resource.substitutions;
  if (!resource.substituted || (declared && (!declared.is_object() || declared.open()))) return;
  std::vector<std::string_view> names;
  for (const Value member : declared) {
    if (member.name().starts_with("Fn::")) return;
    names.push_back(member.name());
  }
  const bool terraform = resource.dialect == templates::Dialect::terraform;
  for (const templates::Placeholder& found : templates::placeholders(resource)) {
    if (found.in_function || !is_name(found.name) || is_of_shell(found)) continue;
    if (std::find(names.begin(), names.end(), found.name) != names.end()) continue;
    report.add(found.place, missing(found.name, terraform) + "; " + advice(found.name, names, terraform));
  }
}

constexpr Example examples[] = {
    {.title = "a misspelled name",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::Serverless::StateMachine", "Properties": {
         "DefinitionSubstitutions": {"QueueUrl": {"Ref": "Queue"}},
         "Definition": {"StartAt": "Send", "States": {"Send": {"Type": "Task", "End": true,
           "Resource": "arn:aws:states:::sqs:sendMessage",
           "Parameters": {"QueueUrl": "${«QueueURL»}", "MessageBody.$": "$"}}}}}}}})",
     .file = "template.json"},
    {.title = "a name of CloudFormation without Fn::Sub",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
         "DefinitionString": "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"End\": true, \"Resource\": \"arn:aws:lambda:${«AWS::Region»}:1:function:f\"}}}"}}}})",
     .file = "template.json"},
    {.title = "with Fn::Sub",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
         "DefinitionString": {"Fn::Sub": "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Result\": \"${AWS::Region}\", \"End\": true}}}"}}}}})",
     .file = "template.json"},
    {.title = "a variable of the shell",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::Serverless::StateMachine", "Properties": {
         "Definition": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
           "Result": "cd ${HOME}"}}}}}}})",
     .file = "template.json"},
};

}  // namespace

extern const Rule rule{
    .id = "template/undeclared-substitution",
    .severity = Severity::warning,
    .summary = "a placeholder that the template does not declare",
    .why =
        "`${Name}` is replaced by its value in `DefinitionSubstitutions`. A placeholder without a value "
        "stays in the definition as text: an ARN is refused, or a message is sent with `${Name}` in it. "
        "`templatefile` of Terraform fails without it.",
    .see =
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "aws-resource-stepfunctions-statemachine.html",
    .examples = examples,
    .resource = check,
};

}  // namespace sfn::rules::template_::undeclared_substitution
