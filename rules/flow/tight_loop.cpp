// Narrowed to polling: loops that page through a list or work on something are right
// without a Wait.
#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "rules/flow/shared/graph.h"

namespace sfn::rules::flow::tight_loop {

namespace {

bool asks_for_next_page(Value arguments) {
  for (const Value member : arguments) {
    const std::string_view name = member.name();
    for (const std::string_view word : {"Token", "Marker", "Cursor", "StartKey"})
      if (name.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// A call that only looks: `describeTasks`, `getJobRun`.
bool looks(const asl::State& state) {
  const asl::Resource resource = asl::resource(state);
  const bool call =
      resource.kind == asl::ResourceKind::integration || resource.kind == asl::ResourceKind::aws_sdk;
  if (!call || !resource.action_known || resource.pattern != asl::Pattern::request_response) return false;
  if (!resource.action.starts_with("describe") && !resource.action.starts_with("get")) return false;
  return !asks_for_next_page(state.arguments());
}

bool decides(const asl::State& state) {
  return state.is(asl::StateType::choice) || state.is(asl::StateType::pass);
}

// Of each circle: its calls that only look; nothing if a state in it does more.
class Circles {
 public:
  explicit Circles(const Graph& graph)
      : graph_(graph),
        component_(components(graph)),
        calls_(graph.size()),
        sizes_(graph.size()),
        works_(graph.size()) {
    for (uint32_t i = 0; i < graph.size(); ++i) add(i);
  }
  template <typename Each>
  void each(Each each) const {
    for (uint32_t i = 0; i < graph_.size(); ++i)
      if (!works_[i] && sizes_[i] > 1 && calls_[i]) each(*calls_[i]);
  }

 private:
  void add(uint32_t i) {
    const asl::State& state = graph_.state(i);
    const uint32_t circle = component_[i];
    ++sizes_[circle];
    if (looks(state)) {
      if (!calls_[circle]) calls_[circle] = &state;
    } else if (!decides(state)) {
      works_[circle] = true;
    }
  }

  const Graph& graph_;
  std::vector<uint32_t> component_;
  std::vector<const asl::State*> calls_;
  std::vector<uint32_t> sizes_;
  std::vector<bool> works_;
};

bool any_looks(const asl::Scope& scope) {
  for (const asl::State* state : scope.states)
    if (looks(*state)) return true;
  return false;
}

void check(const asl::Scope& scope, Report& report) {
  if (!is_known(scope) || !any_looks(scope)) return;
  const Graph graph(scope);
  Circles(graph).each([&](const asl::State& state) {
    report.add(state.value.key(), fmt::format("this loop polls `{}` without a Wait state", state.name));
  });
}

constexpr Example examples[] = {
    {"polling at once",
     R"({"StartAt": "Look", "States": {
         «"Look"»: {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "Next": "Done?"},
         "Done?": {"Type": "Choice", "Default": "Look",
           "Choices": [{"Variable": "$.Tasks[0].LastStatus", "StringEquals": "STOPPED", "Next": "End"}]},
         "End": {"Type": "Succeed"}}})"},
    {"polling with a wait",
     R"({"StartAt": "Look", "States": {
         "Look": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:describeTasks", "Next": "Done?"},
         "Done?": {"Type": "Choice", "Default": "Sleep",
           "Choices": [{"Variable": "$.Tasks[0].LastStatus", "StringEquals": "STOPPED", "Next": "End"}]},
         "Sleep": {"Type": "Wait", "Seconds": 30, "Next": "Look"},
         "End": {"Type": "Succeed"}}})"},
    {"reading page by page",
     R"({"StartAt": "Read", "States": {
         "Read": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:athena:getQueryResults", "Next": "More?",
           "Parameters": {"QueryExecutionId.$": "$.id", "NextToken.$": "$.token"}},
         "More?": {"Type": "Choice", "Default": "End",
           "Choices": [{"Variable": "$.token", "IsPresent": true, "Next": "Read"}]},
         "End": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "flow/tight-loop",
    .severity = Severity::warning,
    .summary = "a polling loop without a Wait state",
    .why =
        "The loop runs as fast as the service answers: each round adds about ten events to a history that "
        "is limited to 25,000, and every transition is billed. Put a Wait state between the calls. For "
        "many calls the `.sync` form needs no loop at all.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    .examples = examples,
    .scope = check,
};

}  // namespace sfn::rules::flow::tight_loop
