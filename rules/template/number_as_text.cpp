// Reported in aws/serverless-application-model#1616 and serverless-operations/serverless-step-functions#382.
#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/asl/fields.h"
#include "lint/rule.h"
#include "lint/templates/text_value.h"
#include "schemas/deployment.h"

namespace sfn::rules::template_::number_as_text {

namespace {

using asl::Content;

std::string_view accepted(Content content) {
  if (content == Content::integer) return "an integer";
  return content == Content::number ? "a number" : "a boolean";
}

bool takes_no_text(Content content) {
  return content == Content::integer || content == Content::number || content == Content::boolean;
}

// What would do instead: a file whose placeholders stand bare, or the field that takes a path.
std::string advice(const asl::Construct& construct, const asl::Field& field,
                   const templates::Resource& machine) {
  const std::string path = fmt::format("{}Path", field.name);
  const bool has_path = !construct.jsonata() && asl::find_field(construct.kind, path);
  const std::string or_path = has_path ? fmt::format(", or use `{}`", path) : "";
  if (machine.dialect == templates::Dialect::serverless)
    return fmt::format("write the number, or read it from the file with `${{self:custom.name}}`{}", or_path);
  if (machine.written == templates::Written::object)
    return fmt::format(
        "write `${{Name}}` without quotes in `DefinitionString` or in the file of the "
        "definition{}",
        or_path);
  return "write the placeholder without quotes" + or_path;
}

void check(const asl::Construct& construct, Report& report) {
  const auto& machine = schemas::deployment(construct.scope->machine->surroundings()).machine;
  if (!machine) return;
  for (const Value member : construct.value) {
    const asl::Field* field = asl::find_field(construct.kind, member.name());
    if (!field || !takes_no_text(field->content) || !templates::arrives_as_text(*machine, member)) continue;
    // The text may be an expression.
    if (construct.jsonata() && field->expression && !templates::arrives_as_number(*machine, member)) continue;
    report.add(member.place(), fmt::format("`{}` must be {}, but this arrives as text; {}", field->name,
                                           accepted(field->content), advice(construct, *field, *machine)));
  }
}

constexpr Example examples[] = {
    {.title = "a parameter in a definition of SAM",
     .text = R"({"Parameters": {"Wait": {"Type": "Number"}}, "Resources": {"Flow": {
  "Type": "AWS::Serverless::StateMachine", "Properties": {"Definition": {"StartAt": "Run", "States": {
    "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
      "TimeoutSeconds": «{"Ref": "Wait"}», "Parameters": {"TaskDefinition": "web"}}}}}}}})",
     .file = "template.json"},
    {.title = "a quoted placeholder in a text",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
  "DefinitionString": {"Fn::Sub": "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": «\"${Wait}\"», \"End\": true}}}"}}}}})",
     .file = "template.json"},
    {.title = "a variable of the environment",
     .text = R"({"stepFunctions": {"stateMachines": {"flow": {"definition": {"StartAt": "A", "States": {
  "A": {"Type": "Wait", "Seconds": «"${env:SECONDS}"», "End": true}}}}}}})",
     .file = "serverless.json"},
    {.title = "a bare placeholder",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
  "DefinitionString": {"Fn::Sub": "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${Wait}, \"End\": true}}}"}}}}})",
     .file = "template.json"},
    {.title = "a number of the file, and a variable with a default",
     .text = R"({"stepFunctions": {"stateMachines": {"flow": {"definition": {"StartAt": "A", "States": {
  "A": {"Type": "Wait", "Seconds": "${self:custom.wait}", "Next": "B"},
  "B": {"Type": "Wait", "Seconds": "${env:SECONDS, 5}", "End": true}}}}}}})",
     .file = "serverless.json"},
    {.title = "no template: nobody knows what fills it in",
     .text = R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": "${Wait}", "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "template/number-as-text",
    .severity = Severity::error,
    .summary = "a placeholder that puts text where a number or a boolean belongs",
    .why =
        "What a template fills in between quotes, and what its functions return in the place of a value, is "
        "text, whatever the parameter's type is. Step Functions refuses the definition when it is deployed: "
        "`Expected value of type Integer`.",
    .see =
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-stepfunctions-statemachine.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::template_::number_as_text
