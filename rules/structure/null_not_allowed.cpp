#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::null_not_allowed {

namespace {

using asl::Content;
using asl::Field;

bool takes_null(const Field& field) {
  return field.nullable || field.content == Content::literal || field.content == Content::payload ||
         field.content == Content::items || field.content == Content::condition;
}

void check(const asl::Construct& construct, Report& report) {
  for (const Value member : construct.value) {
    if (!member.is_null()) continue;
    const Field* field = asl::field_of(construct, member);
    if (!field || !field->in(construct.language) || takes_null(*field)) continue;
    if (field->name == "Comment") continue;  // structure/null-without-effect
    Diagnostic& found = report.add(member.place(), fmt::format("{} must be {}, not `null`",
                                                               wording::code(field->name), accepted(*field)));
    if (field->presence != asl::Presence::required)
      found.offer(fmt::format("remove {}", wording::code(field->name)), remove(member));
  }
}

constexpr Example examples[] = {
    {"handlers that are null",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Retry": «null», "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true})"},
    {"a required field", R"({"Type": "Task", "Resource": «null», "End": true})"},
    {"a comment is another rule's", R"({"Type": "Pass", "Comment": null, "End": true})"},
    {"where null has a meaning",
     R"({"Type": "Pass", "Result": null, "InputPath": null, "ResultPath": null, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/null-not-allowed",
    .severity = Severity::error,
    .summary = "`null` in a field that does not accept it",
    .why =
        "Only `InputPath`, `OutputPath`, `ResultPath` and payloads accept `null`. Elsewhere Step Functions "
        "refuses the definition when it is deployed. Tools that print empty fields as `null` should omit "
        "them.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::null_not_allowed
