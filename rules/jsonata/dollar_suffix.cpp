#include <fmt/core.h>

#include "lint/asl/expression.h"
#include "lint/rule.h"
#include "rules/jsonata/shared/translate.h"

namespace sfn::rules::jsonata::dollar_suffix {

namespace {

void check(const asl::Expression& expression, Report& report) {
  if (!expression.dollar_key()) return;
  const Value value = expression.value;
  const std::string name(value.name().substr(0, value.name().size() - 2));
  Diagnostic& found =
      report.add(value.key(),
                 fmt::format("`{}` is an ordinary name in JSONata; did you mean `{}`?", value.name(), name));
  if (value.parent().has(name)) return;
  std::vector<Change> changes = {rename_key(value, name)};
  if (expression.is(asl::ExpressionKind::text)) {
    const auto written = as_jsonata(value.text());
    if (!written) return;
    changes.push_back(set_value(value, delimited(*written)));
  }
  found.offer(fmt::format("write `{}` with an expression", name), Safety::safe, std::move(changes));
}

constexpr Example examples[] = {
    {"a path",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {«"token.$"»: "$$.Execution.Id"}, "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"token": "{% $states.context.Execution.Id %}"}, "End": true})"},
    {"a name with a hyphen, deep in an array",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"list": [{«"a.$"»: "$.x['my-id'][0]"}]}, "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"list": [{"a": "{% $states.input.x.`my-id`[0] %}"}]}, "End": true})"},
    {"an expression",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {«"a.$"»: "{% $states.input.x %}"}, "End": true})",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "{% $states.input.x %}"}, "End": true})"},
    {"a call without an exact counterpart",
     R"json({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {«"a.$"»: "States.UUID()"}, "End": true})json"},
    {"no suffix",
     R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "{% $states.input.x %}"}, "End": true})"},
    {"JSONPath", R"({"Type": "Pass", "Parameters": {"a.$": "$.x"}, "End": true})"},
};

constexpr std::string_view spoken_of[] = {"service/unknown-parameter", "service/unlisted-parameter"};

}  // namespace

extern const Rule rule{
    .id = "jsonata/dollar-suffix",
    .severity = Severity::warning,
    .summary = "a key that ends in `.$` in a JSONata state",
    .why =
        "The suffix `.$` belongs to JSONPath. In JSONata it stays part of the key, so the service or the "
        "next state receives a field with another name, and the value is passed on as text.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    .examples = examples,
    .yields_to = spoken_of,
    .about = {.languages = asl::QueryLanguage::jsonata},
    .expression = check,
};

}  // namespace sfn::rules::jsonata::dollar_suffix
