// What is not understood is said in one line.
#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/templates/intrinsic.h"
#include "lint/templates/resource.h"

namespace sfn::rules::template_::definition_elsewhere {

namespace {

std::string where(const templates::Resource& resource) {
  const Value definition = resource.definition;
  if (!definition) return "the template does not contain one";
  if (const auto call = templates::intrinsic(definition))
    return fmt::format("the value of `{}` is not known before the template is deployed", call->name);
  if (resource.dialect == templates::Dialect::terraform)
    return fmt::format("it is the value of `{}`", definition.text());
  if (definition.is_string() || definition.is_object()) return "it is in S3";
  return "its value is not known before the template is deployed";
}

void check(const templates::Resource& resource, Report& report) {
  if (resource.written != templates::Written::elsewhere) return;
  const Value at = resource.definition ? resource.definition : resource.value;
  const bool value = resource.dialect == templates::Dialect::terraform;
  report.add(resource.place(value ? at.place() : at.label()),
             fmt::format("the definition of `{}` is not checked: {}", resource.name, where(resource)));
}

constexpr Example examples[] = {
    {.title = "in S3",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
         «"DefinitionS3Location"»: {"Bucket": "b", "Key": "flow.json"}}}}})",
     .file = "template.json"},
    {.title = "a parameter",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
         «"DefinitionString"»: {"Ref": "Definition"}}}}})",
     .file = "template.json"},
    {.title = "a variable of Terraform",
     .text = R"(resource "aws_sfn_state_machine" "flow" {
  definition = «var.definition»
}
)",
     .file = "main.tf"},
    {.title = "in the template",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
         "Definition": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}}}}})",
     .file = "template.json"},
};

}  // namespace

extern const Rule rule{
    .id = "template/definition-elsewhere",
    .severity = Severity::info,
    .summary = "a state machine whose definition is not in the template",
    .why =
        "Nothing in the definition is checked here. Check the file that is uploaded, or the output of `aws "
        "stepfunctions describe-state-machine`.",
    .see =
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "aws-resource-stepfunctions-statemachine.html",
    .examples = examples,
    .resource = check,
};

}  // namespace sfn::rules::template_::definition_elsewhere
