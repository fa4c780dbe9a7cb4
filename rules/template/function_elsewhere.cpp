#include <fmt/core.h>

#include <vector>

#include "lint/asl/payload.h"
#include "lint/rule.h"
#include "schemas/deployment.h"

namespace sfn::rules::template_::function_elsewhere {

using namespace schemas;

namespace {

// The value that names the function which a state calls; absent where it calls none, or a placeholder hides
// it.
Value function_of(const asl::State& state, const Deployment& known) {
  if (state.resource.is_integration("lambda", "invoke")) {
    const asl::Parameter name = asl::parameter(state.arguments(), "FunctionName", state.language);
    return name.dynamic ? Value() : name.value;
  }
  const Value resource = state["Resource"];
  if (!state.is(asl::StateType::task)) return {};
  const bool function = known.find(ResourceKind::function, resource.text());
  return function || resource.text().find(":function:") != npos ? resource : Value();
}

// A name, or an ARN in the account of the template: whoever writes another account means another template.
bool is_of_this_account(std::string_view text) {
  const bool arn = text.starts_with("arn:");
  return text.find("${") == npos ? !arn : arn && text.find(":${Account}:function:") != npos;
}

void check(const asl::Machine& machine, Report& report) {
  const Deployment& known = deployment(machine.surroundings());
  if (!known.declares(ResourceKind::function) || known.declarations->stack().open()) return;
  if (known.machine->outer->root()["functions"]) return;  // those of Serverless
  std::vector<Value> elsewhere;
  size_t here = 0;
  for (const asl::State& state : machine.states()) {
    const Value function = function_of(state, known);
    if (!function) continue;
    if (known.find(ResourceKind::function, function.text())) ++here;
    else elsewhere.push_back(function);
  }
  if (elsewhere.size() != 1 || here < 2) return;
  const std::string text = known.deployed(elsewhere[0].text());
  const size_t name = text.rfind(":function:");
  if (!is_of_this_account(text) || (name != text.npos && text.find("${", name) != text.npos)) return;
  report.add(
      elsewhere[0].place(),
      fmt::format("the template does not define function `{}`, but every other one that the state machine "
                  "calls",
                  name == text.npos ? text : text.substr(name + 10)));
}

constexpr Example examples[] = {
    {.title = "one of three",
     .text = R"({"Resources": {"A": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": "load"}},
 "B": {"Type": "AWS::Lambda::Function", "Properties": {}},
 "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"StartAt": "Load", "States": {
   "Load": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Keep", "Parameters": {"FunctionName": "load"}},
   "Keep": {"Type": "Task", "Resource": {"Fn::GetAtt": ["B", "Arn"]}, "Next": "Tell"},
   "Tell": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Parameters": {"FunctionName": «"tell"»}}}}}}}})",
     .file = "template.json"},
    {.title = "one of another account",
     .text = R"({"Resources": {"A": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": "load"}},
 "B": {"Type": "AWS::Lambda::Function", "Properties": {}},
 "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"StartAt": "Load", "States": {
   "Load": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Keep", "Parameters": {"FunctionName": "load"}},
   "Keep": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Tell", "Parameters": {"FunctionName": {"Ref": "B"}}},
   "Tell": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell", "End": true}}}}}}})",
     .file = "template.json"},
};

}  // namespace

extern const Rule rule{
    .id = "template/function-elsewhere",
    .severity = Severity::warning,
    .summary = "a Lambda function that is not in the template with the others",
    .why =
        "The template defines all functions that the state machine calls, except for this one. If nobody "
        "else "
        "does, the state fails when it runs, with `Lambda.ResourceNotFoundException`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::template_::function_elsewhere
