#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "rules/path/shared/parts.h"

namespace sfn::rules::path::context_in_unsupported_field {

namespace {

// floci-io/floci #3733 quotes the answer of AWS for these.
constexpr std::string_view refusing[] = {"MaxConcurrencyPath",        "ToleratedFailurePercentagePath",
                                         "ToleratedFailureCountPath", "MaxItemsPath",
                                         "MaxItemsPerBatchPath",      "MaxInputBytesPerBatchPath"};

void check(const asl::Expression& expression, Report& report) {
  const auto* path = sound_path(expression);
  if (!path || path->root != asl::path::Root::context || !expression.path_field()) return;
  if (std::find(std::begin(refusing), std::end(refusing), expression.field->name) == std::end(refusing))
    return;
  report.add(expression.at(path->root_span),
             fmt::format("`{}` cannot read the context object, only the state's data and variables",
                         expression.field->name));
}

constexpr Example examples[] = {
    {"the concurrency",
     R"json({"Type": "Map", "MaxConcurrencyPath": "«$$».Execution.Input.n", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})json"},
    {"from the data",
     R"json({"Type": "Map", "MaxConcurrencyPath": "$.n", "ItemsPath": "$$.Execution.Input.list", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/context-in-unsupported-field",
    .severity = Severity::error,
    .summary = "the context object in a limit of a Map state",
    .why =
        "Step Functions refuses the definition when it is deployed if a limit of a Map state, or of its "
        "reader or batcher, is a path that begins with `$$`. The execution's input is usually also in the "
        "state's data.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::path},
    .expression = check,
};

}  // namespace sfn::rules::path::context_in_unsupported_field
