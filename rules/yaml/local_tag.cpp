#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::yaml::local_tag {

namespace {

void check(const asl::Machine& machine, Report& report) {
  const Document& document = machine.document().written();
  for (const auto& [node, name, span] : document.tags()) {
    if (span == Span()) continue;  // what an alias stands for
    const std::string_view written = document.text().substr(span.begin, span.end - span.begin);
    report.add({document.file(), no_node, Part::bytes, span.begin, span.end},
               fmt::format("`{}` only works in a template, but this file is a definition", written));
  }
}

constexpr Example examples[] = {
    {.title = "functions of CloudFormation",
     .text = R"(StartAt: A
States:
  A:
    Type: Task
    Resource: «!GetAtt» Worker.Arn
    Parameters: {Name: «!Sub» "${Stack}-x", Text: !!str 5, List: «!Join» ["", [a, b]]}
    End: true
)",
     .file = "a.asl.yaml"},
    {.title = "a substitution",
     .text = R"(StartAt: A
States:
  A:
    Type: Task
    Resource: ${WorkerArn}
    End: true
)",
     .file = "a.asl.yaml"},
};

}  // namespace

extern const Rule rule{
    .id = "yaml/local-tag",
    .severity = Severity::warning,
    .summary = "a tag such as `!Sub` in a file that is not a template",
    .why =
        "CloudFormation resolves tags such as `!Sub` in the template, but not in a file that the template "
        "refers to: there the file is refused, or the tag is dropped. Use a `${Name}` that "
        "`DefinitionSubstitutions` declares.",
    .see =
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "aws-resource-stepfunctions-statemachine.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::yaml::local_tag
