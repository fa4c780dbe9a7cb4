#include <fmt/core.h>

#include "rules/path/shared/parts.h"

namespace sfn::rules::path::intrinsic_not_allowed_here {

namespace {

void check(const asl::Expression& expression, Report& report) {
  if (!misplaced_call(expression) || !expression.value.text().starts_with("States.")) return;
  report
      .add(expression.value.place(),
           fmt::format("`{}` accepts only a path, not an intrinsic function", expression.value.name()))
      .note("functions can be called under keys that end in `.$`, such as those in `Parameters`");
}

constexpr Example examples[] = {
    {"in InputPath", R"json({"Type": "Pass", "InputPath": «"States.StringToJson($.a)"», "End": true})json"},
    {"in a choice rule",
     R"json({"Type": "Choice", "Choices": [{"Variable": «"States.ArrayLength($.a)"», "NumericEquals": 1, "Next": "S"}]})json"},
    {"in Parameters",
     R"json({"Type": "Pass", "Parameters": {"a.$": "States.StringToJson($.a)"}, "End": true})json"},
    {"in CausePath", R"json({"Type": "Fail", "CausePath": "States.Format('{} failed', $.job)"})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/intrinsic-not-allowed-here",
    .severity = Severity::error,
    .summary = "an intrinsic function in a field that accepts only a path",
    .why =
        "Intrinsic functions can be called in payload templates (`Parameters`, `ResultSelector`, "
        "`ItemSelector`, `Assign`, ...) and in `ErrorPath` and `CausePath`. In any other path field Step "
        "Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html",
    .examples = examples,
    .about = {.expressions = asl::ExpressionKind::intrinsic},
    .expression = check,
};

}  // namespace sfn::rules::path::intrinsic_not_allowed_here
