#include "lint/asl/constructs.h"
#include "lint/asl/handlers.h"
#include "lint/rule.h"

namespace sfn::rules::errors::states_all_not_alone {

namespace {

// States.ALL matches every other name, but for these two, so that only they would be lost.
bool can_stand_for_all(const asl::Handler& handler) {
  return !handler.hidden() && !handler.has("States.Runtime") && !handler.has("States.DataLimitExceeded");
}

void check(const asl::Construct& construct, Report& report) {
  const asl::Handler handler{construct.value, construct.value["ErrorEquals"]};
  if (!handler.names.is_array() || handler.names.child_count() < 2) return;
  const Value all = handler.find("States.ALL");
  if (!all) return;
  Diagnostic& found = report.add(all.place(), "`States.ALL` must be the only name in its `ErrorEquals`");
  if (can_stand_for_all(handler))
    found.offer("keep only `States.ALL`", set_value(handler.names, R"(["States.ALL"])"));
}

constexpr Example examples[] = {
    {"another name next to States.ALL",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": [«"States.ALL"», "States.Timeout"]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"]}]})"},
    {"an error that States.ALL does not match needs its own catcher",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.DataLimitExceeded", «"States.ALL"»]}]})"},
    {"only States.ALL",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.Timeout"]}, {"ErrorEquals": ["States.ALL"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/states-all-not-alone",
    .severity = Severity::error,
    .summary = "`States.ALL` together with other names in `ErrorEquals`",
    .why =
        "Step Functions refuses the definition when it is deployed: `States.ALL` is a wildcard that "
        "must be the only name in the `ErrorEquals` of a retrier or catcher.",
    .see = "https://states-language.net/spec.html#errors",
    .examples = examples,
    .about = {.constructs = {asl::ConstructKind::retrier, asl::ConstructKind::catcher}},
    .construct = check,
};

}  // namespace sfn::rules::errors::states_all_not_alone
