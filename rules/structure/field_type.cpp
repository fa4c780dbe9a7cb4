// To 513, 610, 612, 618,
// 625: the type that the table of fields gives to each field.
#include <fmt/core.h>

#include <charconv>

#include "lint/json/json_text.h"
#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::field_type {

namespace {

using asl::Construct;
using asl::Content;
using asl::Field;

bool is_numeric(const Field& field) {
  return field.content == Content::integer || field.content == Content::number;
}

// JSONPath only: in JSONata a field without payloads may be an expression as a whole.
bool payload_fits(const Field& field, Value value) {
  // What Parameters may be depends on the integration; AWS takes lists too.
  return field.name != "ResultSelector" || value.is_object() || value.is_array();
}

// `{"Ref": "Function"}`, `{"Fn::GetAtt": [...]}`: CloudFormation puts a value there.
bool is_template_function(Value value) {
  const std::string_view name = value.is_object() ? value.first_child().name() : std::string_view();
  return (name == "Ref" || name.starts_with("Fn::")) && value.child_count() == 1;
}

bool fits(const Field& field, Value value) {
  if (value.is_opaque() || value.templated() || is_template_function(value)) return true;
  if (value.is_null()) return true;  // structure/null-not-allowed
  switch (field.content) {
    case Content::boolean:
      return value.is_boolean();
    case Content::integer:
      return value.is_number() && (value.integer() || field.max > 1e14);
    case Content::number:
      return value.is_number();
    case Content::payload:
      return payload_fits(field, value);
    case Content::literal:
    case Content::items:
    case Content::condition:
      return true;
    case Content::assignments:
    case Content::construct:
    case Content::named_states:
      return value.is_object();
    case Content::error_names:
    case Content::texts:
    case Content::constructs:
      return value.is_array();
    default:
      return value.is_string();
  }
}

// An expression where the language takes one; where it does not, the rules of jsonata say so.
bool judged_by_jsonata(const Construct& construct, Value value) {
  return construct.jsonata() && holds_expression(value);
}

bool is_json_number(std::string_view text) {
  if (text.empty() || text.front() == '+' || text.front() == '.') return false;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool leading_zero = text.size() > 1 && text[0] == '0' && text[1] != '.';
  return error == std::errc() && end == text.data() + text.size() && !leading_zero &&
         text.find_first_not_of("-0123456789.eE") == std::string_view::npos && text.back() != '.';
}

// The same content as a value of the right type, as JSON; empty where that is not mechanical.
std::string converted(const Field& field, Value value) {
  const std::string_view text = value.text();
  if (is_numeric(field) && value.is_string() && is_json_number(text)) return std::string(text);
  if (field.content == Content::boolean && value.is_string() && (text == "true" || text == "false"))
    return std::string(text);
  if (field.content == Content::text && asl::is_comparison(field.name) &&
      (value.is_number() || value.is_boolean()))
    return fmt::format("\"{}\"", text);
  if (field.content == Content::choice && field.values.size() == 1 && value.is_number())
    return fmt::format("\"{}\"", field.values[0]);
  return {};
}

// `"Seconds": "$.wait"` is meant as `"SecondsPath": "$.wait"`.
std::optional<std::string> path_field(const Construct& construct, const Field& field, Value value) {
  if (!value.is_string() || !value.text().starts_with('$') || construct.jsonata()) return std::nullopt;
  std::string name = fmt::format("{}Path", field.name);
  if (!asl::find_field(construct.kind, name) || construct.value.has(name)) return std::nullopt;
  return name;
}

// What would be right as the only item of a list.
bool is_one_item(const Field& field, Value value) {
  if (field.content == Content::constructs) return value.is_object();
  return (field.content == Content::error_names || field.content == Content::texts) && value.is_string();
}

void fix(Diagnostic& found, const Construct& construct, const Field& field, Value value) {
  if (const std::string json = converted(field, value); !json.empty()) {
    found.offer(fmt::format("write `{}`", json), set_value(value, json));
  } else if (const auto name = path_field(construct, field, value)) {
    found.offer(fmt::format("rename to {}", wording::code(*name)), rename_key(value, *name));
  } else if (is_one_item(field, value)) {
    found.offer("make it a list", wrap(value));
  } else if (field.name == "Not" && value.is_array() && value.child_count() == 1) {
    const Value only = value.first_child();
    if (only.is_object()) found.offer("unwrap the list", set_value(value, json::text_of(only)));
  }
}

std::string_view hint(const Construct& construct, const Field& field, Value value) {
  if (field.expression && !construct.jsonata() && holds_expression(value))
    return "; expressions need `\"QueryLanguage\": \"JSONata\"`";
  return {};
}

std::string what_it_is(Value value) {
  if (value.is_number() || value.is_boolean()) return wording::code(value.text());
  if (value.is_string() && is_json_number(value.text()))
    return fmt::format("the string `\"{}\"`", value.text());
  return std::string(describe(value.kind()));
}

void report_type(const Construct& construct, const Field& field, Value value, Report& report) {
  Diagnostic& found = report.add(
      value.place(), fmt::format("{} must be {}, not {}{}", wording::code(field.name), accepted(field),
                                 what_it_is(value), hint(construct, field, value)));
  fix(found, construct, field, value);
}

std::string_view item_kind(const Field& field) {
  if (field.name == "Retry") return "a retrier";
  if (field.name == "Catch") return "a catcher";
  if (field.name == "Branches") return "an object with `StartAt` and `States`";
  if (field.content == Content::constructs) return "a choice rule";
  return "a string";
}

void check_items(const Field& field, Value list, Report& report) {
  const bool objects = field.content == Content::constructs;
  if (!objects && field.content != Content::error_names && field.content != Content::texts) return;
  for (const Value item : list)
    if (!item.is_opaque() && !(objects ? item.is_object() : item.is_string()))
      report.add(item.place(), fmt::format("an item of {} must be {}, not {}", wording::code(field.name),
                                           objects && item_kind(field).starts_with("a ")
                                               ? fmt::format("an object, {}", item_kind(field))
                                               : std::string(item_kind(field)),
                                           what_it_is(item)));
}

void check_states(Value states, Report& report) {
  for (const Value state : states)
    if (!state.is_opaque() && !state.is_object())
      report.add(state.place(), fmt::format("state {} must be an object, not {}", wording::code(state.name()),
                                            what_it_is(state)));
}

void check(const Construct& construct, Report& report) {
  for (const Value member : construct.value) {
    const Field* field = asl::field_of(construct, member);
    if (!field || !field->in(construct.language) || judged_by_jsonata(construct, member)) continue;
    if (!fits(*field, member)) report_type(construct, *field, member, report);
    else if (member.is_array()) check_items(*field, member, report);
    else if (field->content == Content::named_states && member.is_object()) check_states(member, report);
  }
}

constexpr Example examples[] = {
    {"a number in quotes", R"({"Type": "Wait", "Seconds": «"300"», "End": true})",
     R"({"Type": "Wait", "Seconds": 300, "End": true})"},
    {"a path where a number belongs", R"({"Type": "Wait", "Seconds": «"$.wait"», "End": true})",
     R"({"Type": "Wait", "SecondsPath": "$.wait", "End": true})"},
    {"a number that is not an integer", R"({"Type": "Wait", "Seconds": «1.5», "End": true})"},
    {"a number compared as text",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"Variable": "$.a", "StringEquals": «5», "Next": "S"}]})",
     R"({"Type": "Choice", "Default": "S", "Choices": [{"Variable": "$.a", "StringEquals": "5", "Next": "S"}]})"},
    {"a list under Not",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Not": «[{"Variable": "$.a", "IsNull": true}]», "Next": "S"}]})",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Not": {"Variable": "$.a", "IsNull": true}, "Next": "S"}]})"},
    {"one catcher without its list",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Catch": «{"ErrorEquals": ["States.ALL"], "Next": "S"}»})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S"}]})"},
    {"a version that is a number",
     R"({"Version": «1.0», "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})",
     R"({"Version": "1.0", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {"a state that is only a type", R"({"StartAt": "A", "States": {"A": «"Succeed"»}})"},
    {"variables that are not an object", R"({"Type": "Pass", "Assign": «"x"», "End": true})"},
    {"a retrier that is a name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, "Retry": [«"States.ALL"»]})"},
    {"the right types",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, "TimeoutSeconds": 5,
         "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 1.5}]})"},
    {"a placeholder can be anything", R"({"Type": "Wait", "Seconds": "${Seconds}", "End": true})"},
    {"a function of a template", R"({"Type": "Task", "Resource": {"Ref": "Function"}, "End": true})"},
    {"an expression", R"({"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% $n %}", "End": true})"},
};

constexpr std::string_view yields_to[] = {"template/cdk-token"};

}  // namespace

extern const Rule rule{
    .id = "structure/field-type",
    .severity = Severity::error,
    .summary = "a field with a value of the wrong type",
    .why =
        "If the value of a field has the wrong type, Step Functions refuses the definition when it is "
        "deployed. A number in quotes is a string, and so is a path: paths go into the field whose name "
        "ends in `Path`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .yields_to = yields_to,
    .construct = check,
};

}  // namespace sfn::rules::structure::field_type
