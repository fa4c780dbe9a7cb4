// The samples of the Developer Guide's ECS page have `Arguments` without
// QueryLanguage.
#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "rules/jsonata/shared/language.h"

namespace sfn::rules::jsonata::field_in_jsonpath {

namespace {

using asl::Construct;

std::string message(const asl::State& state, std::string_view name) {
  if (names_language(state))
    return fmt::format("`{}` is only for JSONata, but this state uses JSONPath", name);
  return fmt::format("`{}` is only for JSONata, but without a `QueryLanguage` this state uses JSONPath",
                     name);
}

void add(const Construct& construct, Value member, Report& report) {
  const asl::State& state = *construct.state;
  Diagnostic& found = report.add(member.key(), message(state, member.name()));
  if (!names_language(state) && !uses_jsonpath(state))
    found.offer_unsafe("make it a JSONata state", insert_member(state.value, "QueryLanguage", "\"JSONata\""));
}

void check(const asl::Machine& machine, Report& report) {
  const asl::State* told = nullptr;
  // The constructs of one state stand together.
  for (const Construct& construct : machine.constructs()) {
    if (construct.jsonata() || !construct.state || construct.state == told) continue;
    for (const Value member : construct.value) {
      if (!foreign_field(construct, member)) continue;
      add(construct, member, report);
      told = construct.state;
      break;
    }
  }
}

constexpr Example examples[] = {
    {"arguments of a task",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", «"Arguments"»: {"Cluster": "c", "TaskDefinition": "web"}, "Output": {}, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Arguments": {"Cluster": "c", "TaskDefinition": "web"}, "Output": {}, "End": true, "QueryLanguage": "JSONata"})"},
    {"a condition", R"({"Type": "Choice", "Default": "S", "Choices": [{«"Condition"»: true, "Next": "S"}]})",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"Condition": true, "Next": "S"}], "QueryLanguage": "JSONata"})"},
    {"both languages at once",
     R"({"Type": "Pass", "Parameters": {"a.$": "$.b"}, «"Output"»: {"c": 1}, "End": true})"},
    {"a catcher",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {"Message": "m"}, "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S", «"Output"»: {}}]})"},
    {"a machine that is JSONata",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Output": {}, "End": true}}})"},
    {"variables have both languages", R"({"Type": "Pass", "Assign": {"a": 1}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/field-in-jsonpath",
    .severity = Severity::error,
    .summary = "a JSONata field in a JSONPath state",
    .why =
        "A state uses JSONPath unless it or the state machine says `\"QueryLanguage\": \"JSONata\"`. If it "
        "then has `Arguments`, `Output`, `Items` or `Condition`, Step Functions refuses the definition "
        "when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::jsonata::field_in_jsonpath
