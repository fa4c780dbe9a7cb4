// Catalogue ASL506.
#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::errors::duplicate_error_name {

namespace {

Value earlier_twin(Value names, Value item) {
  for (Value earlier : names) {
    if (earlier == item) break;
    if (earlier.literal() == item.literal()) return earlier;
  }
  return {};
}

void check(const asl::Construct& construct, Report& report) {
  if (!construct.is(asl::ConstructKind::retrier) && !construct.is(asl::ConstructKind::catcher)) return;
  const Value names = construct.value["ErrorEquals"];
  if (!names.is_array()) return;
  for (Value item : names) {
    if (!item.literal() || *item.literal() == "States.ALL") continue;  // errors/states-all-not-alone
    if (!earlier_twin(names, item)) continue;
    report.add(item.place(), fmt::format("`{}` is in this `ErrorEquals` already", *item.literal()))
        .mend("remove it", remove(item));
  }
}

constexpr Example examples[] = {
    {"a name twice",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["A", «"A"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["A"]}]})"},
    {"two names",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["A", "a"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/duplicate-error-name",
    .severity = Severity::info,
    .summary = "an error is named twice in one `ErrorEquals`",
    .why = "The second has no effect. Often another name was meant.",
    .see = "https://states-language.net/spec.html#errors",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::errors::duplicate_error_name
