// Numbers that the documentation rules out and the service takes.
#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/range.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::undocumented_value {

namespace {

void check(const asl::Construct& construct, Report& report) {
  for (const Value member : construct.value) {
    const asl::Field* field = asl::field_of(construct, member);
    if (!field || !field->in(construct.language)) continue;
    if (range_of(construct, *field, member) == Range::tolerated)
      report.add(member.place(), fmt::format("{} is documented as {}, not {}", wording::code(field->name),
                                             accepted(*field), wording::code(member.text())));
  }
}

constexpr Example examples[] = {
    {"retries without a pause",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": «0»}]})"},
    {"no time for the execution",
     R"({"StartAt": "A", "TimeoutSeconds": «0», "States": {"A": {"Type": "Succeed"}}})"},
    {"a batch that is larger than an input",
     R"({"Type": "Map", "End": true, "ItemBatcher": {"MaxInputBytesPerBatch": «300000»},
         "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
           "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a pause",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1}]})"},
    {"a Task without time is refused, which is another rule's",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "TimeoutSeconds": 0, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/undocumented-value",
    .severity = Severity::warning,
    .summary = "a number outside its documented range that Step Functions still accepts",
    .why =
        "Step Functions deploys a definition with such a value, but its effect is not documented: retries "
        "without a pause may use up all attempts before the cause is gone, and a batch cannot be larger than "
        "the 256 KiB that an execution accepts as its input.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::undocumented_value
