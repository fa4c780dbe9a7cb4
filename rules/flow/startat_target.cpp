#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "rules/flow/shared/targets.h"

namespace sfn::rules::flow::startat_target {

namespace {

void check(const asl::Scope& scope, Report& report) {
  if (!is_broken(scope, scope.start_at, scope.start) || scope.states.empty()) return;
  const std::string_view name = *scope.start_at.literal();
  const Meant like = meant(scope, name);
  Diagnostic& found = report.add(scope.start_at.place(), "`StartAt`: " + describe_target(scope, name, like));
  fix_target(found, scope.start_at, like);
  if (const asl::State* other = elsewhere(*scope.machine, scope, name); other && !like.state)
    found.note("a state of that name is in another scope", other->value.key());
}

constexpr Example examples[] = {
    {"a state that does not exist", R"({"StartAt": «"Zip"», "States": {"A": {"Type": "Succeed"}}})"},
    {"another letter case", R"({"StartAt": «"run it"», "States": {"RunIt": {"Type": "Succeed"}}})",
     R"({"StartAt": "RunIt", "States": {"RunIt": {"Type": "Succeed"}}})"},
    {"a state", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {"a name that a template fills in", R"({"StartAt": "${First}", "States": {"A": {"Type": "Succeed"}}})"},
};

constexpr std::string_view yields_to[] = {"jsonata/static-field"};

}  // namespace

extern const Rule rule{
    .id = "flow/startat-target",
    .severity = Severity::error,
    .summary = "a `StartAt` that does not name a state",
    .why =
        "`StartAt` must be the name of one of the `States` next to it, including letter case and blanks. "
        "Otherwise Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .yields_to = yields_to,
    .scope = check,
};

}  // namespace sfn::rules::flow::startat_target
