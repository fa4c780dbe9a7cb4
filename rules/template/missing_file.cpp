// `DefinitionUri` is followed to local files.
#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/templates/resource.h"

namespace sfn::rules::template_::missing_file {

namespace {

void check(const templates::Resource& resource, Report& report) {
  if (!resource.missing) return;
  report.add(resource.place(resource.definition.place()),
             fmt::format("the file `{}` does not exist next to the template", resource.file()));
}

// Only files of a real folder can be missing; testdata/bad/template_files has one.
constexpr Example examples[] = {
    {.title = "no file is looked for in an example",
     .text = R"({"Resources": {"Flow": {"Type": "AWS::Serverless::StateMachine", "Properties": {
         "DefinitionUri": "flow.asl.json"}}}})",
     .file = "template.json"},
};

}  // namespace

extern const Rule rule{
    .id = "template/missing-file",
    .severity = Severity::warning,
    .summary = "a template that refers to a missing file",
    .why =
        "`sam package` and `sam deploy` fail if they cannot find the definition. Paths are relative to the "
        "template.",
    .see =
        "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/"
        "sam-resource-statemachine.html",
    .examples = examples,
    .resource = check,
};

}  // namespace sfn::rules::template_::missing_file
