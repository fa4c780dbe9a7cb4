// Assigned and never read.
#include <fmt/core.h>

#include "lint/asl/variables.h"
#include "lint/rule.h"

namespace sfn::rules::variables::never_read {

namespace {

// An expression that does not parse may read anything.
bool all_parsed(const asl::Machine& machine) {
  for (const asl::Expression& expression : machine.expressions()) {
    if (const auto* parsed = expression.jsonata(); parsed && parsed->fault) return false;
    if (const auto* path = expression.path(); path && path->fault) return false;
    if (const auto* call = expression.intrinsic(); call && call->fault) return false;
  }
  return true;
}

bool has_placeholder(const Document& document) {
  for (NodeId id = 0; id < document.size(); ++id)
    if (document.node(id).templated || document.node(id).kind == Kind::opaque) return true;
  return false;
}

void check(const asl::Machine& machine, Report& report) {
  const asl::Variables& variables = machine.variables();
  if (variables.assignments().empty() || !all_parsed(machine) || has_placeholder(machine.document())) return;
  asl::Names read;
  for (const asl::VariableRead& one : variables.reads()) read.insert(one.name);
  for (const asl::Assignment& assignment : variables.assignments())
    if (!read.count(assignment.name))
      report.add(assignment.member.key(), fmt::format("variable `{}` is never read", assignment.name));
}

constexpr Example examples[] = {
    {"assigned for nothing",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"used": 1, «"spare"»: 2}, "Next": "B"},
 "B": {"Type": "Pass", "Output": "{% $used %}", "End": true}}})"},
    {"read in JSONPath, inside a function",
     R"json({"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"id.$": "$.id"}, "Next": "B"},
 "B": {"Type": "Pass", "Parameters": {"text.$": "States.Format('{}', $id)"}, "End": true}}})json"},
};

}  // namespace

extern const Rule rule{
    .id = "variables/never-read",
    .severity = Severity::info,
    .summary = "a variable that is never read",
    .why = "It only costs the reader's time, but often it is the result of a misspelled name.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::variables::never_read
