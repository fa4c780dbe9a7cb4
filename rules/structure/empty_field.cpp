#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::empty_field {

namespace {

using asl::Content;
using asl::Field;

// Retry and Catch may be empty.
std::string_view needed(const Field& field) {
  if (field.content == Content::named_states) return "state";
  if (field.content == Content::error_names) return "error name";
  if (field.name == "Branches") return "branch";
  if (field.name == "Choices" || field.name == "And" || field.name == "Or") return "choice rule";
  return {};
}

bool is_empty(Value value) {
  return (value.is_array() || value.is_object()) && !value.open() && !value.first_child();
}

void check(const asl::Construct& construct, Report& report) {
  for (const Value member : construct.value) {
    if (!is_empty(member)) continue;
    const Field* field = asl::field_of(construct, member);
    if (!field || !field->in(construct.language) || needed(*field).empty()) continue;
    const bool states = field->content == Content::named_states;
    if (member.is_object() != states) continue;  // structure/field-type
    report.add(member.place(), fmt::format("{} is empty; it needs at least one {}",
                                           wording::code(field->name), needed(*field)));
  }
}

constexpr Example examples[] = {
    {"no states", R"({"StartAt": "A", "States": «{}»})"},
    {"no rules", R"({"Type": "Choice", "Choices": «[]», "Default": "S"})"},
    {"no branches", R"({"Type": "Parallel", "Branches": «[]», "End": true})"},
    {"no errors",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": «[]»}]})"},
    {"empty Retry and Catch are allowed",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, "Retry": []})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/empty-field",
    .severity = Severity::error,
    .summary = "an empty list or object where something is required",
    .why =
        "Step Functions refuses the definition when it is deployed (`Value cannot be empty`): a machine "
        "without states, a Choice without rules, a Parallel without branches or a handler without errors "
        "cannot do anything.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::empty_field
