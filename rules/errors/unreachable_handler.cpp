#include <fmt/core.h>

#include "lint/asl/handlers.h"
#include "lint/rule.h"

namespace sfn::rules::errors::unreachable_handler {

namespace {

// The item of an earlier handler that takes the error already; absent if none does.
Value taken_by(const std::vector<asl::Handler>& all, size_t before, std::string_view name) {
  for (size_t i = 0; i < before; ++i) {
    if (const Value same = all[i].find(name)) return same;
    // States.TaskFailed takes what a task raises, but not what Step Functions names itself: of those it is
    // sure of none (it never takes States.Timeout).
    if (!name.starts_with("States."))
      if (const Value any = all[i].find("States.TaskFailed")) return any;
  }
  return {};
}

// Where the first name of a handler is taken already, if all of them are.
Value all_taken_by(const std::vector<asl::Handler>& all, size_t at) {
  Value first;
  if (all[at].hidden()) return {};
  for (Value item : all[at].names) {
    const Value earlier = item.literal() ? taken_by(all, at, *item.literal()) : Value();
    if (!earlier) return {};
    if (!first) first = earlier;
  }
  return first;
}

void check_list(Value list, std::string_view kind, Report& report) {
  const std::vector<asl::Handler> all = asl::handlers(list);
  for (size_t i = 1; i < all.size(); ++i) {
    // States.ALL before the last is an error of its own, and twice in a row it is that one.
    if (all[i].has("States.ALL")) continue;
    const Value earlier = all_taken_by(all, i);
    if (!earlier) continue;
    report
        .add(all[i].names.place(),
             fmt::format("this {} is never reached, because an earlier one handles all its errors", kind))
        .note("they are handled here", earlier.place())
        .offer_unsafe(fmt::format("remove the {}", kind), remove(all[i].value));
  }
}

void check(const asl::State& state, Report& report) {
  if (!asl::can_fail(state)) return;
  check_list(state["Retry"], "retrier", report);
  check_list(state["Catch"], "catcher", report);
}

constexpr Example examples[] = {
    {"the same name twice",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["X", "Y"]}, {"ErrorEquals": «["Y"]»}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["X", "Y"]}]})"},
    {"after States.TaskFailed",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.TaskFailed"]}, {"ErrorEquals": «["SNS.NotFoundException"]»}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.TaskFailed"]}]})"},
    {"States.TaskFailed does not take a timeout",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.TaskFailed"]}, {"ErrorEquals": ["States.Timeout"]}]})"},
    {"one name is new",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["X"]}, {"ErrorEquals": ["X", "Y"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/unreachable-handler",
    .severity = Severity::warning,
    .summary = "a retrier or catcher that is never reached, because earlier ones handle all its errors",
    .why =
        "Step Functions scans the handlers of a state in order and uses the first whose `ErrorEquals` "
        "matches; "
        "`States.TaskFailed` matches every error that a task raises except `States.Timeout`. What comes "
        "after "
        "those is never used, so its delays, its attempts or its `Next` never take effect.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::errors::unreachable_handler
