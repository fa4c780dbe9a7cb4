// Whether a path is well-formed is the matter of the rules of path.
#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::structure::fail_path_value {

namespace {

constexpr std::string_view returning_text[] = {
    "States.Format",       "States.JsonToString", "States.ArrayGetItem", "States.Base64Encode",
    "States.Base64Decode", "States.Hash",         "States.UUID",
};
// Functions that exist, so that an unknown name is left to the rules about functions.
constexpr std::string_view others[] = {
    "States.Array",       "States.ArrayPartition", "States.ArrayContains", "States.ArrayRange",
    "States.ArrayLength", "States.ArrayUnique",    "States.JsonMerge",     "States.StringToJson",
    "States.MathRandom",  "States.MathAdd",        "States.StringSplit",
};

bool is_other(std::string_view name) {
  for (const std::string_view other : others)
    if (other == name) return true;
  return false;
}

void check_field(const asl::State& state, std::string_view field, Report& report) {
  const Value value = state[field];
  const auto text = value.literal();
  if (!text) return;
  const std::string_view name = text->substr(0, text->find('('));
  if (!is_other(name)) return;
  std::string names;
  for (const std::string_view one : returning_text)
    names += fmt::format("{}`{}`", names.empty() ? "" : ", ", one);
  report.add(value.stretch(0, name.size()), fmt::format("`{}` cannot be used in `{}`", name, field))
      .note("functions that return a string can be used: " + names);
}

void check(const asl::State& state, Report& report) {
  check_field(state, "ErrorPath", report);
  check_field(state, "CausePath", report);
}

constexpr Example examples[] = {
    {"a function that returns a list", R"x({"Type": "Fail", "CausePath": "«States.Array»('a')"})x"},
    {"a function that returns a string",
     R"x({"Type": "Fail", "CausePath": "States.Format('{} failed', $.job)"})x"},
    {"a path", R"({"Type": "Fail", "CausePath": "$.cause"})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/fail-path-value",
    .severity = Severity::error,
    .summary = "a function in `ErrorPath` or `CausePath` that does not return a string",
    .why =
        "`ErrorPath` and `CausePath` accept a path or one of the seven intrinsic functions that return a "
        "string. With any other function Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html",
    .examples = examples,
    .about = {.states = asl::StateType::fail, .languages = asl::QueryLanguage::jsonpath},
    .state = check,
};

}  // namespace sfn::rules::structure::fail_path_value
