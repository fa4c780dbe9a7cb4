#include "lint/asl/constructs.h"
#include "lint/rule.h"

namespace sfn::rules::practice::jitter_on_shared_retry {

namespace {

void check(const asl::Construct& construct, Report& report) {
  if (construct.scope->kind == asl::ScopeKind::machine) return;
  if (construct.value.has("JitterStrategy") || construct.value.open()) return;
  if (construct.value["MaxAttempts"].integer() == 0) return;
  report
      .add(construct.value.label(),
           "items that fail together are retried together; use `JitterStrategy` to spread the retries")
      .offer_unsafe("spread the retries", insert_member(construct.value, "JitterStrategy", R"("FULL")"));
}

constexpr Example examples[] = {
    {"a retry in a Map",
     R"({"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "T", "States": {
           "T": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
                 "Retry": [«{»"ErrorEquals": ["States.ALL"]}]}}}})",
     R"({"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "T", "States": {
           "T": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
                 "Retry": [{"ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL"}]}}}})"},
    {"with jitter",
     R"({"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "T", "States": {
           "T": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
                 "Retry": [{"ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL"}]}}}})"},
    {"a single task",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true,
           "Retry": [{"ErrorEquals": ["States.ALL"]}]})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/jitter-on-shared-retry",
    .severity = Severity::info,
    .summary = "retries without jitter inside a Map or Parallel state",
    .why =
        "When a service throttles, the items of a Map fail at the same moment, and equal delays repeat all "
        "of them at the same moment. With `\"JitterStrategy\": \"FULL\"` each delay is random, up to its "
        "full length.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::retrier},
    .construct = check,
};

}  // namespace sfn::rules::practice::jitter_on_shared_retry
