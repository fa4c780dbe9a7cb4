#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/asl/handlers.h"
#include "lint/rule.h"

namespace sfn::rules::errors::terminal_error_handled {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const asl::Handler handler{construct.value, construct.value["ErrorEquals"]};
  if (!handler.names.is_array()) return;
  for (const std::string_view name : {"States.Runtime", "States.DataLimitExceeded"})
    if (const Value item = handler.find(name))
      report.add(item.place(),
                 fmt::format("`{}` is never retried, since the same input would fail again", name));
}

constexpr Example examples[] = {
    {"a retry of a fault of the definition",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": [«"States.Runtime"»]}]})"},
    {"a retry of a failed task",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.TaskFailed"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/terminal-error-handled",
    .severity = Severity::warning,
    .summary = "a retrier for an error that is never retried",
    .why =
        "`States.Runtime` (a path that finds nothing, a parameter of the wrong type) cannot be retried, "
        "and `States.DataLimitExceeded` (more than 256 KiB) is terminal: both end the execution at once, "
        "whatever `Retry` says. Fix the definition, or keep large data in S3.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::retrier},
    .construct = check,
};

}  // namespace sfn::rules::errors::terminal_error_handled
