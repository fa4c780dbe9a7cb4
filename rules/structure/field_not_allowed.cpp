// Catalogue ASL115, 123, 133, 152, 156, 517: fields of another construct.
#include <fmt/core.h>

#include <vector>

#include "lint/rule.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::field_not_allowed {

namespace {

using asl::Construct;
using asl::ConstructKind;

constexpr size_t most_holders = 5;  // more than these say nothing to the reader

std::vector<ConstructKind> holders(std::string_view name) {
  std::vector<ConstructKind> found;
  for (size_t i = 0; i < asl::construct_kinds; ++i)
    if (asl::find_field(static_cast<ConstructKind>(i), name)) found.push_back(static_cast<ConstructKind>(i));
  return found;
}

std::string where_it_belongs(std::string_view name) {
  const auto kinds = holders(name);
  if (kinds.size() > most_holders) return {};
  std::string text = "; it belongs to ";
  for (size_t i = 0; i < kinds.size(); ++i) {
    if (i > 0) text += i + 1 == kinds.size() ? " or " : ", ";
    text += describe(kinds[i]);
  }
  return text;
}

bool ends_execution(const Construct& construct) {
  return construct.is(ConstructKind::succeed) || construct.is(ConstructKind::fail);
}

// What follows `Next` is no field of a Choice state`.
std::string advice(const Construct& construct, std::string_view name) {
  if (name == "Next" || name == "End") {
    if (ends_execution(construct)) return ": it always ends its branch of the flow";
    if (construct.is(ConstructKind::choice)) return ": its rules and `Default` name the states that follow";
    if (construct.is(ConstructKind::nested_rule))
      return ": only the rule in `Choices` names the state to run";
  }
  return where_it_belongs(name);
}

void mend(Diagnostic& found, const Construct& construct, Value member) {
  const std::string_view name = member.name();
  const bool transition = name == "Next" || name == "End";
  const bool fallback =
      construct.is(ConstructKind::choice) && name == "Next" && !construct.value.has("Default");
  if (fallback) {
    found.mend_unsafe("rename to `Default`", rename_key(member, "Default"));
  } else if (transition && (ends_execution(construct) || construct.is(ConstructKind::choice) ||
                            construct.is(ConstructKind::nested_rule))) {
    found.mend(fmt::format("remove {}", code(name)), remove(member));
  } else {
    found.mend_unsafe(fmt::format("remove {}", code(name)), remove(member));
  }
}

void check(const Construct& construct, Report& report) {
  for (const Value member : construct.value) {
    const std::string_view name = member.name();
    if (asl::find_field(construct.kind, name) || !asl::known_field(name)) continue;
    // A comment does no harm, and it is not known where it is refused.
    if (name == "Comment" || meant_as_operator(construct, name)) continue;
    mend(report.add(member.key(), fmt::format("{} is no field of {}{}", code(name), describe(construct.kind),
                                              advice(construct, name))),
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
    {"fields in their place", R"({"Type": "Wait", "Seconds": 1, "InputPath": "$.a", "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/field-not-allowed",
    .severity = Severity::error,
    .summary = "a field of the language where it has no meaning",
    .why =
        "Each type of state, and each object in it, has its own fields. Step Functions refuses a definition "
        "with a field in the wrong place, so that what it was to do is never silently left undone.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::field_not_allowed
