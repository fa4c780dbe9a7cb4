#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::missing_field {

namespace {

using asl::Construct;
using asl::ConstructKind;
using asl::Field;

bool is_missing(const Construct& construct, const Field& field) {
  // A JSONata rule without a condition is told by the rules of that family.
  if (field.presence != asl::Presence::required || field.content == asl::Content::condition) return false;
  return field.in(construct.language) && !construct.value.has(field.name) &&
         !has_in_some_form(construct, field.name);
}

// The only state of a scope is where it starts.
void fix_start(Diagnostic& found, const Construct& construct) {
  const Value states = construct.value["States"];
  if (!states.is_object() || states.open() || states.child_count() != 1) return;
  const std::string name(states.first_child().name());
  if (name.find_first_of("\"\\") != std::string::npos) return;
  found.offer(fmt::format("start at {}", wording::code(name)),
              insert_member(construct.value, "StartAt", fmt::format("\"{}\"", name)));
}

void report_missing(const Construct& construct, const Field& field, Report& report) {
  Diagnostic& found = report.add(
      construct.value.label(),
      fmt::format("{} needs {}: {}", describe(construct.kind), wording::code(field.name), accepted(field)));
  if (field.name == "StartAt") fix_start(found, construct);
}

bool has_one(const Construct& construct, const asl::Group& group) {
  for (const std::string_view name : group.names)
    if (has_in_some_form(construct, name)) return true;
  return false;
}

void check_groups(const Construct& construct, Report& report) {
  for (const asl::Group& group : asl::groups()) {
    const bool applies = group.one_required && (group.holders >> static_cast<unsigned>(construct.kind) & 1u);
    // What runs next is the matter of structure/missing-transition.
    if (!applies || group.names[0] == "Next" || has_one(construct, group)) continue;
    std::vector<std::string_view> names;
    for (const std::string_view name : group.names) {
      const Field* field = asl::find_field(construct.kind, name);
      if (field && field->in(construct.language) && field->presence != asl::Presence::deprecated)
        names.push_back(name);
    }
    report.add(construct.value.label(),
               fmt::format("{} needs {}", describe(construct.kind), wording::alternatives(names)));
  }
}

// A field of a group is asked for with its group.
bool in_group(ConstructKind kind, std::string_view name) {
  return kind == ConstructKind::credentials && name == "RoleArn";
}

void check(const Construct& construct, Report& report) {
  if (construct.value.open()) return;
  for (const Field* field : fields_of(construct.kind))
    if (!in_group(construct.kind, field->name) && is_missing(construct, *field))
      report_missing(construct, *field, report);
  check_groups(construct, report);
}

void check_state(const asl::State& state, Report& report) {
  if (!state.is(asl::StateType::unknown) || state.value.open()) return;
  const Construct construct{ConstructKind::succeed, state.value, state.scope, &state, state.language};
  const Field* type = asl::find_field(ConstructKind::succeed, "Type");
  if (!has_in_some_form(construct, "Type"))
    report.add(state.value.label(), fmt::format("a state needs `Type`: {}", accepted(*type)));
}

constexpr Example examples[] = {
    {"no StartAt", R"(«{»"States": {"A": {"Type": "Succeed"}}})",
     R"({"States": {"A": {"Type": "Succeed"}}, "StartAt": "A"})"},
    {"a state without a type", R"({"StartAt": "A", "States": {«"A"»: {"End": true}}})"},
    {"a task that does nothing", R"({"StartAt": "A", "States": {«"A"»: {"Type": "Task", "End": true}}})"},
    {"a wait for nothing", R"({"StartAt": "A", "States": {«"A"»: {"Type": "Wait", "End": true}}})"},
    {"a catcher without Next",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Catch": [«{»"ErrorEquals": ["States.ALL"]}]})"},
    {"credentials without a role",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, «"Credentials"»: {}})"},
    {"all that is required",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "Credentials": {"RoleArn.$": "$.role"}, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S"}]})"},
    {"a misspelled name is reported by another rule", R"({"Type": "Wait", "seconds": 5, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/missing-field",
    .severity = Severity::error,
    .summary = "a required field that is missing",
    .why =
        "Step Functions refuses the definition when it is deployed (`These fields are required: [StartAt] "
        "at /`).",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .state = check_state,
    .construct = check,
};

}  // namespace sfn::rules::structure::missing_field
