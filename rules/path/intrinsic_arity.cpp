#include "lint/asl/expression_templated.h"
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::intrinsic_arity {

namespace {

void check(const asl::Expression& expression, Report& report) {
  report_problems(expression, asl::intrinsic::wrong_arity, report);
}

void check_templated(const asl::Machine& machine, Report& report) {
  for (const asl::Expression& expression : machine.derive<asl::TemplatedExpressions>().all())
    check(expression, report);
}

constexpr Example examples[] = {
    {"one is missing",
     R"json({"Type": "Pass", "Parameters": {"a.$": "«States.ArrayGetItem»($.a)"}, "End": true})json"},
    {"one too many", R"json({"Type": "Pass", "Parameters": {"a.$": "States.UUID(«1»)"}, "End": true})json"},
    {"as many as it takes",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.ArrayGetItem($.a, 0)"}, "End": true})json"},
    {"an optional one",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.MathRandom(1, 10)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/intrinsic-arity",
    .severity = Severity::error,
    .summary = "a call with too few or too many arguments",
    .why =
        "A function accepts only its own number of arguments. Otherwise Step Functions refuses the "
        "definition when it is deployed, or the state fails when it runs, with `States.IntrinsicFailure`.",
    .see = "https://states-language.net/spec.html#appendix-b",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .machine = check_templated,
    .expression = check,
};

}  // namespace sfn::rules::path::intrinsic_arity
