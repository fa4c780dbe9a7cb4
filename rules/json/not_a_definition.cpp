// A file that is named and holds no definition is reported; one found in a folder is skipped.
#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::json::not_a_definition {

namespace {

// What the file seems to be; empty where nothing tells.
std::string_view guess(Value root) {
  for (const std::string_view name : {"Resources", "AWSTemplateFormatVersion", "Transform"})
    if (root.has(name)) return "a CloudFormation template without a state machine";
  if (root.has("stepFunctions") || root.has("service"))
    return "a Serverless configuration without state machines, or with state machines in other files";
  if (root["definition"].is_string())
    return "the output of `describe-state-machine`; check the text of its `definition`";
  if (root.has("containerDefinitions") || root.has("taskDefinition"))
    return "a task definition; pass it with `--task-definition`";
  return {};
}

void check(const Document& document, Report& report) {
  const Value root = document.root();
  if (!root.is_object() || root.open() || asl::Machine::is_definition(root)) return;
  Diagnostic& found = report.add(
      root.label(), "this is not a state machine definition, because it has neither `StartAt` nor `States`");
  if (const auto kind = guess(root); !kind.empty()) found.note(fmt::format("it looks like {}", kind));
}

constexpr Example examples[] = {
    {"some other file", R"(«{»"name": "x"})"},
    {"a template", R"(«{»"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}})"},
    {"a definition with a fault", R"({"StartAt": "A"})"},
};

}  // namespace

extern const Rule rule{
    .id = "json/not-a-definition",
    .severity = Severity::warning,
    .summary = "a file that is not a state machine definition",
    .why =
        "Nothing in the file can be checked. A definition has `StartAt` and `States` at its root; a "
        "template contains a definition.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .document = check,
};

}  // namespace sfn::rules::json::not_a_definition
