// As to what a state can raise; heartbeats: errors/heartbeat-error-without-heartbeat.
#include <fmt/core.h>

#include "lint/asl/handlers.h"
#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::errors::never_raised {

namespace {

struct Origin {
  std::string_view name, where;
};
// Errors of other states than tasks. A Parallel or Map passes on what the states inside it raise.
constexpr Origin elsewhere[] = {
    {"States.BranchFailed", "a Parallel state"},
    {"States.NoChoiceMatched", "a Choice state"},
    {"States.ExceedToleratedFailureThreshold", "a Map state"},
    {"States.ItemReaderFailed", "a Map state"},
    {"States.ResultWriterFailed", "a Map state"},
};

// Where the error comes from, if not from this task; empty if it may.
std::string_view origin(std::string_view name, const asl::State& state) {
  for (const Origin& one : elsewhere)
    if (one.name == name) return one.where;
  const bool of_jsonpath = name == "States.IntrinsicFailure" || name == "States.ParameterPathFailure" ||
                           name == "States.ResultPathMatchFailure";
  if (of_jsonpath && state.jsonata()) return "a state in JSONPath";
  if (name == "States.QueryEvaluationError" && !state.jsonata()) return "a state in JSONata";
  const asl::Resource& resource = state.resource;
  const bool http =
      resource.kind == asl::ResourceKind::unknown || !resource.service_known || resource.service == "http";
  if (name.starts_with("States.Http.") && !http) return "a task of `http:invoke`";
  return {};
}

void check(const asl::State& state, Report& report) {
  for (const asl::Handler& handler : asl::all_handlers(state))
    for (Value item : handler.names)
      if (const std::string_view where = origin(item.is_string() ? item.text() : "", state); !where.empty())
        report.add(item.place(),
                   fmt::format("this state never raises `{}`; only {} does", item.text(), where));
}

constexpr Example examples[] = {
    {"an error of another type of state",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
           "Retry": [{"ErrorEquals": [«"States.BranchFailed"», "States.Timeout"]}]})"},
    {"an error of the other query language",
     R"({"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "End": true,
           "Retry": [{"ErrorEquals": [«"States.ParameterPathFailure"»]}]})"},
    {"an error of HTTP",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
           "Retry": [{"ErrorEquals": [«"States.Http.StatusCode.503"»]}]})"},
    {"an error of HTTP of which a placeholder gives the number",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
           "Retry": [{"ErrorEquals": [«"States.Http.StatusCode.${Code}"», "States.${Name}"]}]})"},
    {"errors of a task of HTTP",
     R"({"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
           "Retry": [{"ErrorEquals": ["States.Http.StatusCode.503", "States.ParameterPathFailure"]}]})"},
    {"a Map state passes on the errors of its states",
     R"({"Type": "Map", "End": true,
           "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}},
           "Retry": [{"ErrorEquals": ["States.ItemReaderFailed", "States.NoChoiceMatched"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "errors/never-raised",
    .severity = Severity::warning,
    .summary = "a handler for an error that this state cannot raise",
    .why =
        "Some errors come only from one type of state, one query language or one integration. A "
        "handler for them elsewhere never runs; the error that was expected probably has another "
        "name.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .about = {.states = asl::StateType::task},
    .state = check,
};

}  // namespace sfn::rules::errors::never_raised
