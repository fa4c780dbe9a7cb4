#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/misplaced.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::field_not_allowed {

namespace {

using asl::Construct;
using asl::ConstructKind;

constexpr size_t most_holders = 5;  // more than these say nothing to the reader

std::string where_it_belongs(std::string_view name) {
  const auto kinds = holders(name);
  if (kinds.size() > most_holders) return {};
  std::vector<std::string> names;
  for (const ConstructKind kind : kinds) names.emplace_back(describe(kind));
  return "; it belongs to " + wording::listed(names);
}

bool ends_execution(const Construct& construct) {
  return construct.is(ConstructKind::succeed) || construct.is(ConstructKind::fail);
}

// What follows "`Next` is no field of a Choice state".
std::string advice(const Construct& construct, std::string_view name) {
  if (name == "Next" || name == "End") {
    if (ends_execution(construct)) return ", which always ends its branch of the flow";
    if (construct.is(ConstructKind::choice)) return ", whose rules and `Default` name the next states";
    if (construct.is(ConstructKind::nested_rule)) return "; only the rule in `Choices` names the next state";
  }
  return where_it_belongs(name);
}

void fix_removal(Diagnostic& found, Value member, Safety safety) {
  found.offer(fmt::format("remove {}", wording::code(member.name())), safety, {remove(member)});
}

// What says the same as the field in its place can go; what says something else is still wanted.
void fix_transition(Diagnostic& found, const Construct& construct, Value member) {
  const bool nested = construct.is(ConstructKind::nested_rule);
  const Value holder = nested ? rule_around(construct.value) : construct.value;
  const std::string_view right = nested ? "Next" : "Default";
  const bool next = member.name() == "Next";
  if (!next) return fix_removal(found, member, Safety::safe);
  if (ends_execution(construct) || !holder) return fix_removal(found, member, Safety::unsafe);
  if (const Value there = holder[right])
    return fix_removal(
        found, member,
        there.literal() && there.literal() == member.literal() ? Safety::safe : Safety::unsafe);
  if (nested) found.offer("move it to the rule in `Choices`", move(member, holder, "Next"));
  else found.offer_unsafe("rename to `Default`", rename_key(member, "Default"));
}

void fix(Diagnostic& found, const Construct& construct, Value member) {
  const std::string_view name = member.name();
  const bool transition = name == "Next" || name == "End";
  if (transition && (ends_execution(construct) || construct.is(ConstructKind::choice) ||
                     construct.is(ConstructKind::nested_rule)))
    return fix_transition(found, construct, member);
  const Homes places = homes(construct, name);
  if (places.taken || places.free.size() > 1) return;
  if (places.free.empty()) return fix_removal(found, member, Safety::unsafe);
  // A field of several constructs may be meant for another one.
  const Value home = places.free.front();
  found.offer(home == construct.state->value ? "move it to the Map state"
                                             : fmt::format("move it to {}", wording::code(home.name())),
              holders(name).size() == 1 ? Safety::safe : Safety::unsafe,
              {move(member, home, std::string(name))});
}

// Definitions with it have been deployed: structure/null-without-effect.
bool is_tolerated(const Construct& construct, Value member) {
  return construct.is(ConstructKind::choice_rule) && !construct.jsonata() && member.is_null() &&
         member.name() == "ResultPath";
}

void check(const Construct& construct, Report& report) {
  for (const Value member : construct.value) {
    const std::string_view name = member.name();
    if (asl::field_of(construct, member) || !asl::known_field(name)) continue;
    // A comment does no harm, and it is not known where it is refused.
    if (name == "Comment" || meant_as_operator(construct, name) || is_tolerated(construct, member)) continue;
    fix(report.add(member.key(), fmt::format("{} is not a field of {}{}", wording::code(name),
                                             describe(construct.kind), advice(construct, name))),
        construct, member);
  }
}

constexpr Example examples[] = {
    {"an end on a Choice state",
     R"({"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "S"}], "Default": "S", «"End"»: true})",
     R"({"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "S"}], "Default": "S"})"},
    {"a transition from a Fail state", R"({"Type": "Fail", "Error": "E", «"Next"»: "S"})",
     R"({"Type": "Fail", "Error": "E"})"},
    {"a handler where nothing can fail",
     R"({"Type": "Wait", "Seconds": 1, «"Retry"»: [{"ErrorEquals": ["States.ALL"]}], "End": true})",
     R"({"Type": "Wait", "Seconds": 1, "End": true})"},
    {"a time limit on a branch",
     R"({"Type": "Parallel", "End": true,
         "Branches": [{"StartAt": "A", «"TimeoutSeconds"»: 5, "States": {"A": {"Type": "Succeed"}}}]})",
     R"({"Type": "Parallel", "End": true,
         "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}]})"},
    {"a transition in a nested rule",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Not": {"Variable": "$.a", "IsNull": true, «"Next"»: "S"}, "Next": "S"}]})",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Not": {"Variable": "$.a", "IsNull": true}, "Next": "S"}]})"},
    {"the only transition of a rule, one level too deep",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Not": {"Variable": "$.a", "IsNull": true, «"Next"»: "T"}}]})",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Not": {"Variable": "$.a", "IsNull": true}, "Next": "T"}]})"},
    {"a limit in the processor",
     R"({"Type": "Map", "ItemProcessor": {«"MaxConcurrency"»: 3, "StartAt": "P",
          "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})",
     R"({"Type": "Map", "ItemProcessor": {"StartAt": "P",
          "States": {"P": {"Type": "Pass", "End": true}}}, "End": true, "MaxConcurrency": 3})"},
    {"a limit in ProcessorConfig, and one in its place",
     R"({"Type": "Map", "MaxConcurrency": 5, "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE", «"MaxConcurrency"»: 3},
          "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})"},
    {"a mode one level too high",
     R"({"Type": "Map", «"Mode"»: "INLINE", "ItemProcessor": {"ProcessorConfig": {},
          "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})",
     R"({"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"},
          "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true})"},
    {"a path of `null` in a choice rule is another rule's",
     R"({"Type": "Choice", "Default": "S",
         "Choices": [{"Variable": "$.a", "IsNull": true, "ResultPath": null, "Next": "S"}]})"},
    {"fields in their place", R"({"Type": "Wait", "Seconds": 1, "InputPath": "$.a", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/field-not-allowed",
    .severity = Severity::error,
    .summary = "a field of the language in the wrong place",
    .why =
        "Step Functions refuses the definition when it is deployed: each type of state, and each object in "
        "it, has its own fields.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .reveals = true,
    .construct = check,
};

}  // namespace sfn::rules::structure::field_not_allowed
