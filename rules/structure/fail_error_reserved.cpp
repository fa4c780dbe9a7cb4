#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::structure::fail_error_reserved {

namespace {

void check(const asl::State& state, Report& report) {
  const Value error = state.is(asl::StateType::fail) ? state["Error"] : Value();
  const auto name = error.literal();
  if (name && name->starts_with("States."))
    report.add(error.place(), "error names that begin with `States.` are reserved; choose another name");
}

constexpr Example examples[] = {
    {"a reserved name", R"({"Type": "Fail", "Error": «"States.MyError"»})"},
    {"a custom name", R"({"Type": "Fail", "Error": "MyError"})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/fail-error-reserved",
    .severity = Severity::warning,
    .summary = "a Fail state with an error name that is reserved for Step Functions",
    .why =
        "Names that begin with `States.` belong to Step Functions. A handler cannot tell this error from "
        "one of the service's own.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::structure::fail_error_reserved
