#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "lint/templates/intrinsic.h"
#include "schemas/deployment.h"

namespace sfn::rules::template_::unknown_reference {

namespace {

/// Looks at the references in a state machine of CloudFormation.
class Check {
 public:
  Check(const schemas::Deployment& known, Report& report)
      : stack_(known.declarations->stack()), machine_(*known.machine), report_(report) {}

  // The reader bounds the depth of values, and so that of this recursion.
  void look(Value value) {
    const auto call = templates::intrinsic(value);
    if (call && call->name == "Ref") name(call->argument.text(), call->argument);
    if (call && call->name == "Fn::GetAtt") attribute(call->argument);
    if (call && call->name == "Fn::Sub") text(call->argument);
    for (const Value child : value) look(child);
  }

 private:
  void attribute(Value argument) {
    const Value of = argument.is_array() ? argument.first_child() : argument;
    if (of.is_string()) name(of.text().substr(0, of.text().find('.')), of);
  }

  void text(Value argument) {
    const Value map = argument.first_child().next(),
                string = argument.is_array() ? argument.first_child() : argument;
    const std::string_view text = string.text();
    for (size_t at = text.find("${"); at != npos; at = text.find("${", at + 2)) {
      const size_t end = std::min(text.find_first_of("}.", at), text.size());
      const std::string_view found = text.substr(at + 2, end - at - 2);
      if (!found.starts_with('!') && !map.has(found)) name(found, string);
    }
  }

  void name(std::string_view name, Value value) {
    if (name.empty() || name.starts_with("AWS::") || stack_.find(name) || stack_.refer(name).resource) return;
    const Value parameters = machine_.outer->root()["Parameters"];
    if (parameters.has(name) || machine_.outer->root()["Rules"]) return;
    std::vector<std::string_view> names;
    for (const templates::Declared& resource : stack_.resources()) names.push_back(resource.name);
    for (const Value parameter : parameters) names.push_back(parameter.name());
    const auto near = nearest(name, names);
    if (!near) return;
    report_.add(machine_.place(value.place()),
                fmt::format("the template has neither a resource nor a parameter `{}`; did you mean `{}`?",
                            name, *near));
  }

  const templates::Stack& stack_;
  const templates::Resource& machine_;
  Report& report_;
};

void check(const asl::Machine& machine, Report& report) {
  const schemas::Deployment& known = schemas::deployment(machine.surroundings());
  if (!known.declared_machine() || known.declarations->stack().open()) return;
  // Serverless makes resources of its own.
  if (known.machine->dialect == templates::Dialect::plan || known.machine->outer->root()["service"]) return;
  Check(known, report).look(known.machine->value);
}

constexpr Example examples[] = {
    {.title = "a misspelled logical id",
     .text = R"({"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}, "Flow": {
  "Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"StartAt": "Send", "States": {
    "Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
      "Parameters": {"QueueUrl": {"Ref": «"Queu"»}, "MessageBody.$": "$"}}}}}}}})",
     .file = "template.json"},
    {.title = "a resource, a parameter, and what SAM makes",
     .text =
         R"({"Parameters": {"Url": {"Type": "String"}}, "Resources": {"Queue": {"Type": "AWS::SQS::Queue"}, "Flow": {
  "Type": "AWS::Serverless::StateMachine", "Properties": {"Definition": {"StartAt": "Send", "States": {
    "Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
      "Parameters": {"QueueUrl": {"Fn::Sub": "${Url}${Queue}${FlowRole}"}, "MessageBody.$": "$"}}}}}}}})",
     .file = "template.json"},
};

}  // namespace

extern const Rule rule{
    .id = "template/unknown-reference",
    .severity = Severity::error,
    .summary = "a reference to a resource that the template does not have",
    .why =
        "CloudFormation refuses the template when it is deployed: `Unresolved resource dependencies [Queu] "
        "in "
        "the Resources block of the template`. Checked in state machines, where the name is nearly that of a "
        "resource or a parameter.",
    .see =
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "intrinsic-function-reference-ref.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::template_::unknown_reference
