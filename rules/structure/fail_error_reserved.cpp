// Catalogue ASL154.
#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::structure::fail_error_reserved {

namespace {

void check(const asl::State& state, Report& report) {
  const Value error = state.is(asl::StateType::fail) ? state["Error"] : Value();
  const auto name = error.literal();
  if (name && name->starts_with("States."))
    report.add(error.place(), "error names that begin with `States.` are reserved");
}

constexpr Example examples[] = {
    {"a reserved name", R"({"Type": "Fail", "Error": «"States.MyError"»})"},
    {"a name of one's own", R"({"Type": "Fail", "Error": "MyError"})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/fail-error-reserved",
    .severity = Severity::warning,
    .summary = "a Fail state with an error name of Step Functions' own",
    .why =
        "Names that begin with `States.` are those of Step Functions. Who handles this error cannot tell it "
        "from "
        "one of the service.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::structure::fail_error_reserved
