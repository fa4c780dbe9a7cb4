#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::unknown_field {

namespace {

using asl::Construct;

bool is_unknown(const Construct& construct, Value member) {
  const std::string_view name = member.name();
  return has_plain_name(member) && !asl::known_field(name) && !is_dynamic_field(name) &&
         !meant_as_operator(construct, name);
}

void report_unknown(const Construct& construct, Value member, Report& report) {
  const auto meant = intended(construct, member.name());
  const auto what =
      fmt::format("unknown field {} in {}", wording::code(member.name()), describe(construct.kind));
  if (!meant) {
    report.add(member.key(), what);
  } else if (construct.value.has(*meant)) {
    report.add(member.key(), fmt::format("{}, which already has {}", what, wording::code(*meant)));
  } else {
    report
        .add(member.key(), fmt::format("{}; did you mean {}?", what, wording::code(*meant)))
        // Under `comment.$` there is an expression, which `Comment` would not evaluate.
        .offer(fmt::format("rename to {}", wording::code(*meant)),
               member.name().ends_with(".$") && !meant->ends_with(".$") ? Safety::unsafe : Safety::safe,
               {rename_key(member, std::string(*meant))});
  }
}

void check(const Construct& construct, Report& report) {
  for (const Value member : construct.value)
    if (!asl::field_of(construct, member) && is_unknown(construct, member))
      report_unknown(construct, member, report);
}

// What a state of unknown type may hold is not known; but `type` is meant as `Type`.
void check_state(const asl::State& state, Report& report) {
  if (!state.is(asl::StateType::unknown) || state.value.has("Type")) return;
  const Construct construct{asl::ConstructKind::succeed, state.value, state.scope, &state, state.language};
  for (const Value member : state.value)
    if (is_unknown(construct, member) && intended(construct, member.name()) == "Type")
      report
          .add(member.key(),
               fmt::format("unknown field {} in a state; did you mean `Type`?", wording::code(member.name())))
          .offer("rename to `Type`", rename_key(member, "Type"));
}

constexpr Example examples[] = {
    {"another capital letter",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", «"TimeOutSeconds"»: 5, "End": true})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "TimeoutSeconds": 5, "End": true})"},
    {"a name from elsewhere",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], «"MaxRetries"»: 2}]})",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 2}]})"},
    {"a name that nothing is near", R"({"Type": "Succeed", «"x-owner"»: "me"})"},
    {"a type in small letters", R"({"StartAt": "A", "States": {"A": {«"type"»: "Succeed"}}})",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {"fields that exist", R"({"Type": "Pass", "Comment": "c", "Result": 1, "End": true})"},
    {"names that a template fills in", R"({"Type": "Pass", "${Field}": 1, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/unknown-field",
    .severity = Severity::error,
    .summary = "a field that the language does not know",
    .why =
        "Step Functions refuses the definition when it is deployed. Names are case-sensitive: "
        "`TimeOutSeconds` is not `TimeoutSeconds`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .reveals = true,
    .state = check_state,
    .construct = check,
};

}  // namespace sfn::rules::structure::unknown_field
