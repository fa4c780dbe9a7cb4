#include <fmt/core.h>

#include "lint/asl/handlers.h"
#include "lint/rule.h"

namespace sfn::rules::errors::empty_handler_array {

namespace {

void check(const asl::State& state, Report& report) {
  if (!asl::can_fail(state)) return;
  for (const std::string_view name : {"Retry", "Catch"}) {
    const Value list = state[name];
    if (list.is_array() && !list.first_child())
      report.add(list.place(), fmt::format("`{}` is empty, so it handles no errors", name))
          .offer(fmt::format("remove `{}`", name), remove(list));
  }
}

constexpr Example examples[] = {
    {"a Retry without retriers",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Retry": «[]», "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true})"},
    {"no Retry", R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/empty-handler-array",
    .severity = Severity::info,
    .summary = "an empty `Retry` or `Catch`",
    .why = "Step Functions accepts it, but it looks as if errors were handled.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::errors::empty_handler_array
