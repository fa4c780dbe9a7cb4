#include <fmt/core.h>

#include <string>

#include "lint/asl/resource.h"
#include "lint/nearest.h"
#include "lint/rule.h"
#include "rules/service/shared/meant.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::pattern_typo {

using namespace schemas;

namespace {

constexpr std::string_view suffixes[] = {".sync", ".sync:2", ".waitForTaskToken"};

// The suffix that was meant; empty if nothing is near.
std::string_view meant_suffix(std::string_view written) {
  if (const auto near = nearest(written, suffixes)) {
    // ".sync2" is nearer to ".sync" than to what it means.
    return *near == ".sync" && written.ends_with('2') ? suffixes[1] : *near;
  }
  const std::string text = lower(written);
  if (text.find("sync") != std::string::npos) return text.ends_with('2') ? suffixes[1] : suffixes[0];
  const bool waits = text.find("wait") != std::string::npos || text.find("token") != std::string::npos ||
                     text.find("callback") != std::string::npos;
  return waits ? suffixes[2] : std::string_view();
}

void check(const asl::State& state, Report& report) {
  const asl::Resource& resource = asl::resource(state);
  if (!resource.pattern_known || resource.pattern != asl::Pattern::unknown || resource.suffix.empty()) return;
  if (meant_service(resource) == "aws-sdk") return;  // service/unknown-service
  const Place at = place_of(resource, resource.suffix);
  const std::string_view meant = meant_suffix(resource.suffix);
  if (meant.empty()) {
    report.add(
        at, fmt::format("`{}` is not an integration pattern; use `.sync`, `.sync:2` or `.waitForTaskToken`",
                        resource.suffix));
    return;
  }
  report
      .add(at, fmt::format("`{}` is not an integration pattern; did you mean `{}`?", resource.suffix, meant))
      .offer(fmt::format("write `{}`", meant),
             equal_without_case(resource.suffix, meant) ? Safety::safe : Safety::unsafe,
             {replace_text(at, std::string(meant))});
}

constexpr Example examples[] = {
    {"a capital letter",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.Sync»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"a colon", R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«:sync»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"no colon",
     R"({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution«.sync2»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": true})"},
    {"another name for it",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.waitForCallback»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "End": true})"},
    {"nothing that is known",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.async»", "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true})"},
    {"no similar pattern",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask«.json»", "End": true})"},
    {"the correct spelling",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/pattern-typo",
    .severity = Severity::error,
    .summary = "the suffix of a `Resource` is not an integration pattern",
    .why =
        "The patterns are `.sync`, `.sync:2` and `.waitForTaskToken`, letter for letter. Step Functions "
        "refuses a definition with another suffix when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html",
    .examples = examples,
    .reveals = true,
    .state = check,
};

}  // namespace sfn::rules::service::pattern_typo
