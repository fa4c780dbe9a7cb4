#include <fmt/core.h>

#include "lint/asl/variables.h"
#include "lint/rule.h"
#include "rules/variables/shared/visible.h"

namespace sfn::rules::variables::distributed_outer_variable {

namespace {

void check(const asl::Machine& machine, Report& report) {
  const asl::Variables& variables = machine.variables();
  for (const asl::VariableRead& read : variables.reads())
    if (read.whole && read_state(read, variables) == ReadState::behind_processor)
      report.add(read.place, fmt::format("variable `${}` is not visible inside a distributed Map; pass it in "
                                         "`ItemSelector`",
                                         read.name));
}

constexpr Example examples[] = {
    {"an outer variable in a child execution",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"size": 1}, "Next": "M"},
 "M": {"Type": "Map", "Items": [1], "End": true, "ItemProcessor": {
   "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States":
   {"I": {"Type": "Pass", "Output": "{% «$size» %}", "End": true}}}}}})"},
    {"in the Map's own fields, and in an inline Map",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
 "A": {"Type": "Pass", "Assign": {"size": 1}, "Next": "M"},
 "M": {"Type": "Map", "Items": [1], "ItemSelector": "{% $size %}", "Next": "N", "ItemProcessor": {
   "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States":
   {"I": {"Type": "Succeed"}}}},
 "N": {"Type": "Map", "Items": [1], "End": true, "ItemProcessor": {"StartAt": "J", "States":
   {"J": {"Type": "Pass", "Output": "{% $size %}", "End": true}}}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "variables/distributed-outer-variable",
    .severity = Severity::error,
    .summary = "a variable from outside that is read in a distributed Map",
    .why =
        "Each item of a distributed Map is an execution of its own, which cannot read the variables of the "
        "execution that started it. Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::variables::distributed_outer_variable
