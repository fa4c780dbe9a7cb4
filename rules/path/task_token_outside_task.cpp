#include <fmt/core.h>

#include "rules/path/shared/parts.h"

namespace sfn::rules::path::task_token_outside_task {

namespace {

using asl::path::Path;

// A rule may be one that no execution reaches, or a question with IsPresent.
bool is_condition(const asl::Construct& construct) {
  return construct.is(asl::ConstructKind::choice_rule) || construct.is(asl::ConstructKind::nested_rule);
}

void check(const asl::Expression& expression, Report& report) {
  const asl::State* state = expression.state();
  if (!state || state->is(asl::StateType::task)) return;
  if (is_condition(expression.construct) && expression.path_field()) return;
  each_path(expression, [&](const Path& path) {
    if (asl::path::begins_with(path, asl::path::Root::context, {"Task", "Token"}))
      report.add(expression.at(path.root_span.begin, path.steps[1].span.end),
                 fmt::format("a {} state has no task token; only a Task with `.waitForTaskToken` has one",
                             name(state->type)));
  });
}

constexpr Example examples[] = {
    {"in a Pass state before the task",
     R"json({"Type": "Pass", "Parameters": {"token.$": "«$$.Task.Token»"}, "End": true})json"},
    {"in the task",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/task-token-outside-task",
    .severity = Severity::error,
    .summary = "the task token in a state other than a Task",
    .why =
        "A token belongs to the one Task that waits for it. In any other state the path finds nothing, and "
        "the state fails when it runs, with `States.Runtime`. Pass the token in the parameters of the Task "
        "itself.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html",
    .examples = examples,
    .about = {.expressions = {asl::ExpressionKind::path, asl::ExpressionKind::intrinsic}},
    .expression = check,
};

}  // namespace sfn::rules::path::task_token_outside_task
