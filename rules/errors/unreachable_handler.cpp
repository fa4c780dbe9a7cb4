#include <fmt/core.h>

#include <cstdint>
#include <unordered_map>

#include "lint/asl/handlers.h"
#include "lint/rule.h"

namespace sfn::rules::errors::unreachable_handler {

namespace {

// The names that earlier handlers have.
class Taken {
 public:
  void add(const asl::Handler& handler) {
    for (Value item : handler.names)
      if (const auto name = item.literal()) first_.emplace(*name, Item{item, handlers_});
    ++handlers_;
  }

  // The item of an earlier handler that takes the error already; absent if none does.
  Value by(std::string_view name) const {
    const Item same = find(name);
    // States.TaskFailed takes what a task raises, but not what Step Functions names itself: of those it is
    // sure of none (it never takes States.Timeout).
    const Item any = name.starts_with("States.") ? Item() : find("States.TaskFailed");
    return same.handler <= any.handler ? same.item : any.item;
  }

  // Where the first name of a handler is taken already, if all of them are.
  Value by(const asl::Handler& handler) const {
    Value first;
    if (handler.hidden()) return {};
    for (Value item : handler.names) {
      const Value earlier = item.literal() ? by(*item.literal()) : Value();
      if (!earlier) return {};
      if (!first) first = earlier;
    }
    return first;
  }

 private:
  struct Item {
    Value item;
    size_t handler = SIZE_MAX;
  };
  Item find(std::string_view name) const {
    const auto found = first_.find(name);
    return found == first_.end() ? Item() : found->second;
  }

  std::unordered_map<std::string_view, Item> first_;
  size_t handlers_ = 0;
};

void check_list(Value list, std::string_view kind, Report& report) {
  Taken taken;
  for (const asl::Handler& handler : asl::handlers(list)) {
    // States.ALL before the last is an error of its own, and twice in a row it is that one.
    const Value earlier = handler.has("States.ALL") ? Value() : taken.by(handler);
    taken.add(handler);
    if (!earlier) continue;
    report
        .add(handler.names.place(),
             fmt::format("this {} is never reached, because an earlier one handles all its errors", kind))
        .note("they are handled here", earlier.place())
        .offer_unsafe(fmt::format("remove the {}", kind), remove(handler.value));
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
