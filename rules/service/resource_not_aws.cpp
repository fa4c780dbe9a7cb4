#include "lint/asl/recognise.h"
#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "rules/service/shared/resource_repair.h"
#include "schemas/call/integration.h"

namespace sfn::rules::service::resource_not_aws {

using namespace schemas;

namespace {

// The specification takes any URI and shows ARNs with `:task:`, which AWS has never had.
bool legal_elsewhere(std::string_view text) {
  if (text.starts_with("arn:")) return text.find(":task:") != std::string_view::npos;
  return is_other_uri(text) && repaired_resource(text).empty();
}

void check(const asl::State& state, Report& report) {
  const Value value = state["Resource"];
  const auto text = value.literal();
  if (!state.is(asl::StateType::task) || !text || is_dynamic_text(*text) || asl::may_hold_blank(*text) ||
      !legal_elsewhere(*text))
    return;
  report.add(value.place(), "the States Language allows this `Resource`, but Step Functions cannot run it");
}

constexpr Example examples[] = {
    {"the specification's own sample",
     R"({"Type": "Task", "Resource": «"arn:aws:swf:us-east-1:111122223333:task:X"», "End": true})"},
    {"a URI of another scheme", R"({"Type": "Task", "Resource": «"https://example.com/work"», "End": true})"},
    {"an integration", R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/resource-not-aws",
    .severity = Severity::warning,
    .summary = "a `Resource` that the States Language allows, but AWS does not",
    .why =
        "The States Language takes any URI as a Resource and leaves it to the interpreter what it "
        "means. AWS Step Functions runs only its own integrations, activities and Lambda functions, and "
        "refuses the rest when the definition is deployed: `The resource provided ... is not recognized`.",
    .see = "https://states-language.net/spec.html#task-state",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::service::resource_not_aws
