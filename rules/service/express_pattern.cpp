// In Express children of a Map: map/express-child-pattern.
#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/asl/surroundings.h"
#include "lint/rule.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::express_pattern {

using namespace schemas;

namespace {

bool in_child_execution(const asl::State& state) {
  for (const asl::Scope* scope = state.scope; scope; scope = scope->parent())
    if (scope->distributed()) return true;
  return false;
}

void check(const asl::State& state, Report& report) {
  if (!state.scope->express() || in_child_execution(state)) return;
  const asl::Resource& resource = asl::resource(state);
  if (resource.waits() || resource.calls_back())
    report.add(
        place_of(resource, resource.suffix),
        fmt::format(
            "an Express workflow does not support `{}`; make the state machine Standard, or call without "
            "`{}` (request-response)",
            resource.suffix, resource.suffix));
}

constexpr Example examples[] = {
    {.title = "a job in an Express workflow",
     .text = R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.sync»", "End": true})",
     .type = "express"},
    {.title = "a Standard workflow",
     .text = R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})",
     .type = "standard"},
    {"a type that is not known",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/express-pattern",
    .severity = Severity::error,
    .summary = "an Express workflow that waits for a job or a token",
    .why =
        "Express workflows call services in the request-response pattern only. Step Functions refuses the "
        "definition when it is deployed: `Express state machine does not support '.sync' service "
        "integration`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .needs = {&asl::given::machine_type},
    .state = check,
};

}  // namespace sfn::rules::service::express_pattern
