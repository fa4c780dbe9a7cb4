#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::practice::machine_comment {

namespace {

void check(const asl::Machine& machine, Report& report) {
  if (!machine.root().has("Comment") && !machine.root().open())
    report.add(machine.root().label(),
               "the state machine has no `Comment`; use it to say what the state machine is for");
}

constexpr Example examples[] = {
    {"no comment", R"(«{»"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {"a comment",
     R"({"Comment": "Does nothing, well", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/machine-comment",
    .severity = Severity::info,
    .summary = "a state machine without a `Comment`",
    .why =
        "JSON has no comments, and the console shows this field next to the definition. Use it to say what "
        "the workflow is for.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::practice::machine_comment
