#include <fmt/core.h>

#include "lint/asl/constructs.h"
#include "lint/asl/handlers.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "schemas/errors/names.h"

namespace sfn::rules::errors::unknown_states_error {

using namespace schemas::errors;

namespace {

// `State.ALL` and `states.timeout` are meant as reserved names too.
bool means_reserved(std::string_view name) {
  const std::string_view prefix = prefix_of(name);
  return prefix == "States" || prefix == "State" || equal_without_case(prefix, "states");
}

void check_name(Value value, Report& report) {
  const auto name = value.literal();
  if (!name || !means_reserved(*name) || is_reserved_name(*name)) return;
  if (name->find('*') != std::string_view::npos) return;  // errors/wildcard-error-name
  const auto meant = nearest(*name, reserved_names());
  if (!meant) {
    if (prefix_of(*name) == "States")
      report.add(value.place(), fmt::format("Step Functions has no error `{}`", *name));
    return;
  }
  report
      .add(value.place(), fmt::format("Step Functions has no error `{}`; did you mean `{}`?", *name, *meant))
      .offer_unsafe(fmt::format("name `{}`", *meant),
                    replace_text(value.stretch(0, name->size()), std::string(*meant)));
}

void check(const asl::Construct& construct, Report& report) {
  if (!construct.value["ErrorEquals"].is_array()) return;
  for (Value name : construct.value["ErrorEquals"]) check_name(name, report);
}

constexpr Example examples[] = {
    {"a misspelled name",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": [«"States.Timedout"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.Timeout"]}]})"},
    {"State for States",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": [«"State.ALL"»]}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"]}]})"},
    {"a custom name with the reserved prefix",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": [«"States.TaskFailed.ServiceUnavailable"»]}]})"},
    {"names that exist",
     R"({"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
         "Retry": [{"ErrorEquals": ["States.Http.StatusCode.503", "States.Timeout", "StateError"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/unknown-states-error",
    .severity = Severity::warning,
    .summary = "a `States.` error that does not exist in `ErrorEquals`",
    .why =
        "Names that begin with `States.` are reserved: only Step Functions itself raises them, and it has "
        "17 of them as well as `States.Http.StatusCode.NNN`. Names are case-sensitive, so any other never "
        "matches, and the handler never runs.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .reveals = true,
    .about = {.constructs = {asl::ConstructKind::retrier, asl::ConstructKind::catcher}},
    .construct = check,
};

}  // namespace sfn::rules::errors::unknown_states_error
