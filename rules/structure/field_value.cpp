// To 107, 111, 126, 146, 510 to 514, 604, 610, 612, 615, 617 to 620, 625, 628: what the
// table of fields gives as values and ranges.
#include <fmt/core.h>

#include "lint/nearest.h"
#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/range.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::field_value {

namespace {

using asl::Construct;
using asl::Content;
using asl::Field;

bool is_one_of(std::string_view text, std::span<const std::string_view> values) {
  for (const std::string_view value : values)
    if (value == text) return true;
  return false;
}

void check_choice(const Field& field, Value member, Report& report) {
  const auto text = member.literal();
  if (!text || is_one_of(*text, field.values)) return;
  const std::string fault =
      fmt::format("{} must be {}, not `{}`", wording::code(field.name), accepted(field), *text);
  const auto meant = nearest(*text, field.values);
  if (!meant && field.values.size() > 1) {
    report.add(member.place(), fault);
    return;
  }
  const std::string_view right = meant ? *meant : field.values[0];
  report.add(member.place(), meant ? fmt::format("{}; did you mean {}?", fault, wording::code(right)) : fault)
      .offer(fmt::format("write {}", wording::code(right)), set_value(member, fmt::format("\"{}\"", right)));
}

void check_range(const Construct& construct, const Field& field, Value member, Report& report) {
  if (range_of(construct, field, member) == Range::refused)
    report.add(member.place(), fmt::format("{} must be {}, not {}", wording::code(field.name),
                                           accepted(field), wording::code(member.text())));
}

void check(const Construct& construct, Report& report) {
  for (const Value member : construct.value) {
    const Field* field = asl::field_of(construct, member);
    if (!field || !field->in(construct.language)) continue;
    if (construct.jsonata() && holds_expression(member)) continue;  // told by the rules of jsonata
    if (field->content == Content::choice) check_choice(*field, member, report);
    check_range(construct, *field, member, report);
  }
}

void check_state(const asl::State& state, Report& report) {
  if (!state.is(asl::StateType::unknown)) return;
  const Value type = state["Type"];
  const Field& field = *asl::find_field(asl::ConstructKind::succeed, "Type");
  if (state.jsonata() && holds_expression(type)) return;
  if (type && !type.is_string() && !type.is_opaque())
    report.add(type.place(),
               fmt::format("`Type` must be {}, not {}", accepted(field), describe(type.kind())));
  check_choice(field, type, report);
}

constexpr Example examples[] = {
    {"a type in small letters", R"({"StartAt": "A", "States": {"A": {"Type": «"succeed"»}}})",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {"a type that does not exist", R"({"StartAt": "A", "States": {"A": {"Type": «"Loop"»}}})"},
    {"a language", R"({"QueryLanguage": «"JSONATA"», "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})",
     R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {"a version", R"({"Version": «"2.0"», "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})",
     R"({"Version": "1.0", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {"time runs forward", R"({"Type": "Wait", "Seconds": «-1», "End": true})"},
    {"a timeout of 0",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "TimeoutSeconds": «0», "End": true})"},
    {"a rate that shrinks",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": «0.5»}]})"},
    {"a strategy in small letters",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "JitterStrategy": «"Full"»}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL"}]})"},
    {"retries that go back in time",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": «-1»}]})"},
    {"retries at once are another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 0}]})"},
    {"the ends of a range", R"({"Type": "Wait", "Seconds": 0, "End": true})"},
    {"a value that a template fills in",
     R"({"Type": "Wait", "QueryLanguage": "${Language}", "Seconds": 1, "End": true})"},
};

constexpr std::string_view yields_to[] = {"template/cdk-token"};

}  // namespace

extern const Rule rule{
    .id = "structure/field-value",
    .severity = Severity::error,
    .summary = "a value that the field does not accept",
    .why =
        "Step Functions refuses the definition when it is deployed. Names of types, modes and strategies "
        "are case-sensitive, and the Developer Guide gives the ranges of numbers.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .yields_to = yields_to,
    .reveals = true,
    .state = check_state,
    .construct = check,
};

}  // namespace sfn::rules::structure::field_value
