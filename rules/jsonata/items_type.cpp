#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/asl/jsonata/delimiters.h"
#include "lint/rule.h"
#include "rules/jsonata/shared/translate.h"

namespace sfn::rules::jsonata::items_type {

namespace {

// Where the mode is not known, an object may be right.
bool surely_inline(const asl::State& map) {
  const Value processor = map.value[map.value.has("ItemProcessor") ? "ItemProcessor" : "Iterator"];
  if (!processor.is_object() || processor.open()) return false;
  const Value config = processor["ProcessorConfig"];
  if (!config) return true;
  return config.is_object() && !config.open() && (!config["Mode"] || config["Mode"].literal() == "INLINE");
}

// `{"Ref": "List"}`, `{"Fn::GetAtt": [...]}`: CloudFormation puts a value there.
bool is_template_function(Value value) {
  const std::string_view name = value.first_child().name();
  return value.child_count() == 1 && (name == "Ref" || name.starts_with("Fn::"));
}

bool fits(Value items, const asl::State& map) {
  if (items.is_array() || items.is_opaque() || items.templated()) return true;
  if (items.is_string()) return asl::jsonata::looks_delimited(items.text());
  return items.is_object() && (!surely_inline(map) || is_template_function(items));
}

void check(const asl::Construct& construct, Report& report) {
  const Value items = construct.value["Items"];
  if (!items || fits(items, *construct.state)) return;
  const auto message =
      items.is_object() ? std::string(
                              "`Items` of an inline Map must be an array; only a distributed Map accepts an "
                              "object")
                        : fmt::format("`Items` must be an array or an expression `{{% ... %}}`, not {}",
                                      sfn::describe(items.kind()));
  Diagnostic& found = report.add(items.place(), message);
  const auto expression = items.literal() ? as_jsonata(*items.literal()) : std::nullopt;
  if (expression) found.offer("write it as an expression", set_value(items, delimited(*expression)));
}

constexpr Example examples[] = {
    {"a path",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "Items": «"$.list"», "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "Items": "{% $states.input.list %}", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})"},
    {"an object in an inline Map",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "Items": «{"a": 1}», "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})"},
    {"a number",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "Items": «5», "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})"},
    {"an object in a distributed Map",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "Items": {"a": 1}, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})"},
    {"a list with an expression",
     R"({"Type": "Map", "QueryLanguage": "JSONata", "Items": [1, "{% $two %}"], "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "jsonata/items-type",
    .severity = Severity::error,
    .summary = "`Items` that are not a list",
    .why =
        "A Map runs once for each item of an array; a distributed Map also accepts an object. Step "
        "Functions refuses other literals when the definition is deployed, and an object fails an inline "
        "Map with `Expected 'array', but was 'object'`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::map, .languages = asl::QueryLanguage::jsonata},
    .construct = check,
};

}  // namespace sfn::rules::jsonata::items_type
