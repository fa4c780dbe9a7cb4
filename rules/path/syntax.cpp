#include "lint/asl/expression_templated.h"
#include "rules/path/shared/parts.h"

namespace sfn::rules::path::syntax {

namespace {

using asl::path::Fault;

// A text without `$` in a path field is path/without-dollar.
void check(const asl::Expression& expression, Report& report) {
  const auto* parsed = expression.path();
  if (!parsed || !parsed->fault || parsed->fault->kind == Fault::Kind::no_root) return;
  const Fault& fault = *parsed->fault;
  Diagnostic& found = report.add(
      expression.value.text().empty() ? expression.value.place() : expression.at(fault.span), fault.message);
  // Which path was meant is a guess: `$.` may have lost a name.
  if (fault.repair) found.offer_unsafe("correct the path", change(expression, *fault.repair));
}

// A text of unknown letters where a placeholder stands: what is a fault then is one with any other.
void check_templated(const asl::Machine& machine, Report& report) {
  for (const asl::Expression& expression : machine.derive<asl::TemplatedExpressions>().all())
    check(expression, report);
}

constexpr Example examples[] = {
    {"a bracket that is not closed", R"json({"Type": "Pass", "InputPath": "$.a«[»", "End": true})json"},
    {"in a payload template", R"json({"Type": "Pass", "Parameters": {"a.$": "$.a«.»"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "$.a"}, "End": true})json"},
    {"a filter without its condition", R"json({"Type": "Pass", "InputPath": "$.a[?(«)»]", "End": true})json"},
    {"a path", R"json({"Type": "Pass", "InputPath": "$.a[?(@.b > 1)].c[0]", "End": true})json"},
    {"the context object and a variable",
     R"json({"Type": "Pass", "Parameters": {"a.$": "$$.Execution.Id", "b.$": "$name.c"}, "End": true})json"},
    {"next to a template placeholder",
     R"json({"Type": "Pass", "Parameters": {"a.$": "$.a['${x}'].b«.»", "b.$": "$.a[${i}", "c.$": "$['${x}'].b"}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"a.$": "$.a['${x}'].b", "b.$": "$.a[${i}", "c.$": "$['${x}'].b"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/syntax",
    .severity = Severity::error,
    .summary = "text that is not a valid JSONPath",
    .why =
        "If a path does not parse, Step Functions refuses the definition when it is deployed. It reads "
        "JSONPath as the Jayway library does, with `$$` for the context object and `$name` for variables.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html",
    .examples = examples,
    .reveals = true,
    .about = {.expressions = asl::ExpressionKind::path},
    .machine = check_templated,
    .expression = check,
};

}  // namespace sfn::rules::path::syntax
