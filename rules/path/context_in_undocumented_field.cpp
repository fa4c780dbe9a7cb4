// A warning: emulators accept it, and nothing is recorded from AWS.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "rules/path/shared/parts.h"

namespace sfn::rules::path::context_in_undocumented_field {

namespace {

constexpr std::string_view undocumented[] = {"SecondsPath", "TimestampPath", "TimeoutSecondsPath",
                                             "HeartbeatSecondsPath"};

void check(const asl::Expression& expression, Report& report) {
  const auto* path = sound_path(expression);
  if (!path || path->root != asl::path::Root::context || !expression.path_field()) return;
  if (std::find(std::begin(undocumented), std::end(undocumented), expression.field->name) ==
      std::end(undocumented))
    return;
  report.add(
      expression.at(path->root_span),
      fmt::format("AWS does not document that `{}` can read the context object", expression.field->name));
}

constexpr Example examples[] = {
    {"the time to wait", R"json({"Type": "Wait", "SecondsPath": "«$$».Execution.Input.n", "End": true})json"},
    {"from the data", R"json({"Type": "Wait", "SecondsPath": "$.n", "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/context-in-undocumented-field",
    .severity = Severity::warning,
    .summary = "the context object in a field for a time or a timeout",
    .why =
        "The Developer Guide names the fields that can read the context object, and this field is not "
        "among them.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::path},
    .expression = check,
};

}  // namespace sfn::rules::path::context_in_undocumented_field
