#include "lint/asl/expression_templated.h"
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::intrinsic_syntax {

namespace {

void check(const asl::Expression& expression, Report& report) {
  const auto* parsed = expression.intrinsic();
  if (!parsed || !parsed->fault || misplaced_call(expression)) return;
  const asl::intrinsic::Fault& fault = *parsed->fault;
  Diagnostic& found = report.add(expression.at(fault.span), fault.message);
  // Which text was meant is a guess: a backslash too many may be one too few.
  if (fault.repair) found.offer_unsafe("correct the call", change(expression, *fault.repair));
}

// A text of unknown letters where a placeholder stands: what is a fault then is one with any other.
void check_templated(const asl::Machine& machine, Report& report) {
  for (const asl::Expression& expression : machine.derive<asl::TemplatedExpressions>().all())
    check(expression, report);
}

constexpr Example examples[] = {
    {"double quotes",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format(«\"hello {}\"», $.a)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('hello {}', $.a)"}, "End": true})json"},
    {"a comma that nothing follows",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array(1«,»)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Array(1)"}, "End": true})json"},
    {"an invalid escape",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('line«\\n»{}', $.a)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('line\n{}', $.a)"}, "End": true})json"},
    {"a call",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.Format('it\\'s {}', States.UUID())"}, "End": true})json"},
    {"next to a template placeholder",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.StringSplit«(»'${x}', ','", "b.$": "States.Array(${x}", "c.$": "States.Format('${x} {}', $.a)"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.StringSplit('${x}', ',')", "b.$": "States.Array(${x}", "c.$": "States.Format('${x} {}', $.a)"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/intrinsic-syntax",
    .severity = Severity::error,
    .summary = "text that is not a valid call of an intrinsic function",
    .why =
        "Step Functions refuses the definition when it is deployed: `must be a valid JSONPath or a valid "
        "intrinsic function call`. Strings are enclosed in apostrophes, and a backslash may only precede "
        "an apostrophe, a brace or a backslash.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .reveals = true,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .machine = check_templated,
    .expression = check,
};

}  // namespace sfn::rules::path::intrinsic_syntax
