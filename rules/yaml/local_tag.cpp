#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "lint/yaml/source_map.h"

namespace sfn::rules::yaml::local_tag {

namespace {

constexpr size_t npos = std::string_view::npos;

// The tag before a value: `!Sub`. An anchor may stand before the tag.
Span tag_before(std::string_view text, uint32_t begin, uint32_t value) {
  const std::string_view before = text.substr(begin, value - begin);
  const size_t at = before.find('!');
  if (at == npos) return {};
  const size_t end = std::min(before.find_first_of(" \t\r\n,", at), before.size());
  return {begin + static_cast<uint32_t>(at), begin + static_cast<uint32_t>(end)};
}

// A template has a source map of its own: there the tags mean something.
void check(const asl::Machine& machine, Report& report) {
  const Document& document = machine.document();
  const auto* source_map = dynamic_cast<const sfn::yaml::YamlSourceMap*>(&document.source_map());
  if (!source_map) return;
  for (const auto& [node, begin] : source_map->origins().properties) {
    if (document.node(node).kind != Kind::opaque) continue;
    const Span tag = tag_before(document.text(), begin, document.node(node).value.begin);
    const std::string_view name = document.text().substr(tag.begin, tag.end - tag.begin);
    if (name.size() < 2 || name[1] == '!') continue;
    report.add({document.file(), no_node, Part::bytes, tag.begin, tag.end},
               fmt::format("`{}` only works in a template, but this file is a definition", name));
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
