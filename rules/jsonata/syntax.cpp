#include "lint/asl/expression_templated.h"
#include "lint/rule.h"

namespace sfn::rules::jsonata::syntax {

namespace {

void check(const asl::Expression& expression, Report& report) {
  const asl::JsonataExpression* parsed = expression.jsonata();
  if (!parsed || !parsed->fault) return;
  const auto& fault = *parsed->fault;
  Diagnostic& found = report.add(expression.at(fault.begin, fault.end), fault.message);
  if (fault.repairs.empty()) return;
  std::vector<Change> changes;
  for (const auto& repair : fault.repairs)
    changes.push_back(replace_text(expression.at(repair.begin, repair.end), repair.text));
  found.offer("correct the expression", Safety::safe, std::move(changes));
}

// A text of unknown letters where a placeholder stands: what is a fault then is one with any other.
void check_templated(const asl::Machine& machine, Report& report) {
  for (const asl::Expression& expression : machine.derive<asl::TemplatedExpressions>().all())
    check(expression, report);
}

constexpr Example examples[] = {
    {"an operator without its right side",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"n": "{% $states.input.n + «»%}"}, "End": true})"},
    {"operators of JavaScript",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.n «==» 1 && $states.input.m == 2 %}", "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.n = 1 and $states.input.m = 2 %}", "End": true})"},
    {"an operator of JSONata 2.1",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.n «??» 1 %}", "End": true})"},
    {"after JSON escapes",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% \"\u00e9\" & $states.input.n «)» %}", "End": true})"},
    {"several lines",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{%\n( $n := 1; $n + 1 )\n%}", "End": true})"},
    {"an expression that a template fills in",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ${Expression} + %}", "End": true})"},
    {"next to a template placeholder",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "{% '${x}' & «)» %}", "b": "{% ${x}) %}", "c": "{% '${x}' & 'a' %}"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/syntax",
    .severity = Severity::error,
    .summary = "an expression that is not valid JSONata",
    .why =
        "If an expression does not parse, Step Functions refuses the definition when it is deployed. It "
        "supports JSONata 2.0.6: `=` compares, `and` and `or` combine, `$not()` negates; the operators "
        "`??` and `?:` came later.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::jsonata},
    .machine = check_templated,
    .expression = check,
};

}  // namespace sfn::rules::jsonata::syntax
