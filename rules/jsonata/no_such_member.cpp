#include <fmt/core.h>

#include "lint/asl/types/wording.h"
#include "lint/rule.h"
#include "schemas/results.h"

namespace sfn::rules::jsonata::no_such_member {

namespace {

using asl::types::Missing;
using asl::types::Origin;

std::string consequence(const Missing& missing) {
  return missing.whole ? ", so the expression returns nothing" : "";
}

void check(const asl::Machine& machine, Report& report) {
  const auto& flow = machine.derive<schemas::DataFlow>();
  for (const Missing& missing : flow.facts().missing) {
    if (missing.path || flow.types().provenance(missing.holder).origin == Origin::api) continue;
    Diagnostic& found =
        report.add(missing.expression->at(missing.span),
                   fmt::format("`{}` does not exist{}{}", asl::types::written(missing), consequence(missing),
                               asl::types::reason(flow.types(), missing)));
    asl::types::note_maker(machine, flow.types(), missing.holder, found);
  }
}

constexpr Example examples[] = {
    {"what the output of the state before leaves out",
     R"json({"StartAt": "Run", "QueryLanguage": "JSONata", "States": {
 "Run": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Arguments": {"Message": "a"},
  "Output": {"id": "{% $states.result.MessageId %}"}, "Next": "Use"},
 "Use": {"Type": "Pass", "Output": {"job": "{% «$states.input.job» %}"}, "End": true}}})json"},
    {"a variable of another shape, inside an expression",
     R"json({"StartAt": "Set", "QueryLanguage": "JSONata", "States": {
 "Set": {"Type": "Pass", "Assign": {"job": {"id": 1}}, "Next": "Use"},
 "Use": {"Type": "Pass", "Output": "{% 'job ' & «$job.name» %}", "End": true}}})json"},
    {"members that are there, and questions whether one is",
     R"json({"StartAt": "Set", "QueryLanguage": "JSONata", "States": {
 "Set": {"Type": "Pass", "Assign": {"job": {"id": 1, "tags": [{"k": "a"}]}}, "Next": "Use"},
 "Use": {"Type": "Pass", "Output": {"a": "{% $job.id %}", "b": "{% $exists($job.name) ? $job.name : 'none' %}",
  "c": "{% $job.tags.k %}", "d": "{% $lookup($job, 'x') %}", "e": "{% $states.input.any.thing %}"}, "End": true}}})json"},
};

constexpr std::string_view yields[] = {"path/not-in-input"};

}  // namespace

extern const Rule rule{
    .id = "jsonata/no-such-member",
    .severity = Severity::warning,
    .summary = "an expression that reads something that the definition itself leaves out",
    .why =
        "On every way that leads to the state, the value was made by the definition, and it does not have "
        "what "
        "the expression reads. An expression that returns nothing fails the state with "
        "`States.QueryEvaluationError`; a part of one is left out of the result.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .yields_to = yields,
    .machine = check,
};

}  // namespace sfn::rules::jsonata::no_such_member
