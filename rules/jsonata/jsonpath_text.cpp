#include <fmt/core.h>

#include "lint/asl/expression.h"
#include "lint/asl/recognise.h"
#include "lint/rule.h"
#include "rules/free_form.h"
#include "rules/jsonata/shared/translate.h"

namespace sfn::rules::jsonata::jsonpath_text {

namespace {

// What `$` stands for after the state's work is done.
std::string_view data(const asl::Expression& expression) {
  return expression.construct.is(asl::ConstructKind::catcher) ? "$states.errorOutput" : "$states.input";
}

Safety safety(const asl::Expression& expression) {
  const asl::State* state = expression.state();
  return state && !free_form(*state, expression.value) ? Safety::safe : Safety::unsafe;
}

void check(const asl::Expression& expression, Report& report) {
  const Value value = expression.value;
  if (expression.dollar_key() || !asl::looks_evaluated(value.text())) return;
  if (expression.field->content == asl::Content::condition ||
      expression.field->content == asl::Content::items)
    return;  // jsonata/condition-type, jsonata/items-type
  const auto written = as_jsonata(value.text(), data(expression));
  if (!written) {
    report.add(value.place(), "JSONPath is not evaluated in a JSONata state, so this is passed on as text");
    return;
  }
  report
      .add(value.place(),
           fmt::format("`{}` is passed on as text, because this state uses JSONata; did you mean `{{% {} "
                       "%}}`?",
                       value.text(), *written))
      .offer("write it as an expression", safety(expression), {set_value(value, delimited(*written))});
}

constexpr Example examples[] = {
    {"a path",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"id": «"$.order.id"»}, "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"id": "{% $states.input.order.id %}"}, "End": true})"},
    {"the context object",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Assign": {"at": [«"$$.Execution.StartTime"»]}, "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Assign": {"at": ["{% $states.context.Execution.StartTime %}"]}, "End": true})"},
    {"an intrinsic function",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"id": «"States.Format('{}', $.id)"»}, "End": true})json"},
    {"a price and a shell variable",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "$5", "b": "$HOME", "c": "$.50", "d": "$.a is a path"}, "End": true})"},
    {"JSONPath", R"({"Type": "Pass", "Parameters": {"a.$": "$.x"}, "End": true})"},
};

constexpr std::string_view spoken_of[] = {"ecs/token-literal", "service/callback-token-missing"};

}  // namespace

extern const Rule rule{
    .id = "jsonata/jsonpath-text",
    .severity = Severity::warning,
    .summary = "a JSONPath path or intrinsic call as text in a JSONata state",
    .why =
        "A JSONata state evaluates only `{% ... %}`. The text of the path itself is passed on: the service "
        "receives `$.id` where it expects an ID.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .yields_to = spoken_of,
    .about = {.expressions = asl::ExpressionKind::text, .languages = asl::QueryLanguage::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::jsonpath_text
