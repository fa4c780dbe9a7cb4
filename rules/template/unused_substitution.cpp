// A substitution that is declared and never used.
#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "lint/templates/placeholders.h"

namespace sfn::rules::template_::unused_substitution {

namespace {

// One that a misspelt placeholder means is what template/undeclared-substitution speaks of.
bool is_meant(std::string_view name, std::string_view placeholder,
              const std::vector<std::string_view>& declared) {
  return placeholder == name || nearest(placeholder, declared) == name;
}

void check(const templates::Resource& resource, Report& report) {
  const Value substitutions = resource.substitutions;
  const bool read = resource.document || resource.written == templates::Written::object;
  if (!substitutions.is_object() || !read) return;
  std::vector<std::string_view> declared;
  for (const Value member : substitutions) declared.push_back(member.name());
  const std::vector<templates::Placeholder> used = templates::placeholders(resource);
  for (const Value member : substitutions) {
    const bool named = std::any_of(used.begin(), used.end(), [&](const templates::Placeholder& placeholder) {
      return is_meant(member.name(), placeholder.name, declared);
    });
    if (!named && !member.name().starts_with("Fn::") && member.name() != "Ref")
      report.add(resource.place(member.key()),
                 fmt::format("this {} is unused: the definition does not contain `${{{}}}`",
                             resource.dialect == templates::Dialect::terraform ? "variable" : "substitution",
                             member.name()));
  }
}

constexpr Example examples[] = {
    {.title = "one that nothing uses",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::Serverless::StateMachine", "Properties": {
         "DefinitionSubstitutions": {"Used": "a", «"Left"»: "b"},
         "Definition": {"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "${Used}", "End": true}}}}}}})",
     .file = "template.json"},
    {.title = "all are used",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
         "DefinitionSubstitutions": {"Value": "a", "Name": "b"},
         "DefinitionString": "{\"StartAt\": \"${Name}\", \"States\": {\"${Name}\": {\"Type\": \"Pass\", \"Result\": ${Value}, \"End\": true}}}"}}}})",
     .file = "template.json"},
    {.title = "a definition that is elsewhere",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::Serverless::StateMachine", "Properties": {
         "DefinitionSubstitutions": {"Value": "a"}, "DefinitionUri": "s3://bucket/flow.json"}}}})",
     .file = "template.json"},
};

}  // namespace

extern const Rule rule{
    .id = "template/unused-substitution",
    .severity = Severity::warning,
    .summary = "a substitution that the definition does not use",
    .why =
        "The substitution has no effect. Most often its placeholder is misspelled, or its value is now "
        "written out in the definition, which then no longer follows the template.",
    .see =
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "aws-resource-stepfunctions-statemachine.html",
    .examples = examples,
    .resource = check,
};

}  // namespace sfn::rules::template_::unused_substitution
