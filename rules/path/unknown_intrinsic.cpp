#include "lint/asl/expression_templated.h"
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::unknown_intrinsic {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::unknown_names, report);
}

void check_templated(const asl::Machine& machine, Report& report) {
  for (const asl::Expression& expression : machine.derive<asl::TemplatedExpressions>().all())
    check(expression, report);
}

constexpr Example examples[] = {
    {"another letter case",
     R"json({"Type": "Pass", "Parameters": {"a.$": "«States.format»('{}', $.a)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('{}', $.a)"}, "End": true})json"},
    {"a function that nothing is near, nested in another",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array(«States.Today»())"}, "End": true})json"},
    {"a function that exists",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.UUID()"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/unknown-intrinsic",
    .severity = Severity::error,
    .summary = "a call of an intrinsic function that does not exist",
    .why =
        "Step Functions has 18 intrinsic functions, whose names are case-sensitive. If a definition calls "
        "any other, Step Functions refuses it when it is deployed: `must be a valid JSONPath or a valid "
        "intrinsic function call`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .machine = check_templated,
    .expression = check,
};

}  // namespace sfn::rules::path::unknown_intrinsic
