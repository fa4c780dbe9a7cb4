#include <fmt/core.h>

#include <algorithm>

#include "lint/asl/handlers.h"
#include "lint/json/json_text.h"
#include "lint/rule.h"

namespace sfn::rules::errors::states_all_not_last {

namespace {

void check_list(Value list, std::string_view kind, Report& report) {
  const std::vector<asl::Handler> all = asl::handlers(list);
  const auto takes_all = [](const asl::Handler& one) { return one.has("States.ALL"); };
  const auto count = std::count_if(all.begin(), all.end(), takes_all);
  for (const asl::Handler& one : all) {
    if (!takes_all(one) || !one.value.next()) continue;
    Diagnostic& found = report.add(
        one.find("States.ALL").place(),
        fmt::format("`States.ALL` must be in the last {}; those after it are never reached", kind));
    if (count == 1)
      found.offer(fmt::format("move this {} to the end", kind), Safety::safe,
                  {remove(one.value), insert_item(list, sfn::json::text_of(one.value))});
  }
}

void check(const asl::State& state, Report& report) {
  if (!asl::can_fail(state)) return;
  check_list(state["Retry"], "retrier", report);
  check_list(state["Catch"], "catcher", report);
}

constexpr Example examples[] = {
    {"a retrier after the one that takes everything",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": [«"States.ALL"»]}, {"ErrorEquals": ["States.Timeout"]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.Timeout"]}, {"ErrorEquals": ["States.ALL"]}]})"},
    {"States.ALL last",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.Timeout"]}, {"ErrorEquals": ["States.ALL"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/states-all-not-last",
    .severity = Severity::error,
    .summary = "`States.ALL` in a retrier or catcher that is not the last",
    .why =
        "Step Functions refuses the definition when it is deployed: handlers are tried in order, and "
        "`States.ALL` matches every name, so that it must be in the last retrier or catcher.",
    .see = "https://states-language.net/spec.html#errors",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::errors::states_all_not_last
