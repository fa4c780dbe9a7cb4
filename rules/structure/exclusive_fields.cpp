#include <fmt/core.h>

#include <algorithm>

#include "lint/rule.h"
#include "lint/wording.h"
#include "rules/structure/shared/vocabulary.h"

namespace sfn::rules::structure::exclusive_fields {

namespace {

using asl::Construct;

// A field of the other query language is told as such; `"End": false` says nothing.
Value find(const Construct& construct, std::string_view name) {
  const Value member = construct.value[name];
  const asl::Field* field = asl::find_field(construct.kind, name);
  const bool idle = name == "End" && (member.boolean() == false || member.is_opaque());
  return member && field && field->in(construct.language) && !idle ? member : Value();
}

void check_group(const Construct& construct, const asl::Group& group, Report& report) {
  const auto is_there = [&](std::string_view name) { return construct.value.has(name); };
  if (std::count_if(group.names.begin(), group.names.end(), is_there) < 2) return;
  Value first;
  for (const Value member : construct.value) {
    bool named = false;
    for (const std::string_view name : group.names) named = named || (name == member.name());
    if (!named || member != find(construct, member.name())) continue;
    if (!first) {
      first = member;
      continue;
    }
    report
        .add(member.key(), fmt::format("{} cannot be combined with {}; keep one of them",
                                       wording::code(member.name()), wording::code(first.name())))
        .note(fmt::format("{} is here", wording::code(first.name())), first.key());
  }
}

void check(const Construct& construct, Report& report) {
  for (const asl::Group& group : asl::groups())
    if (group.holders >> static_cast<unsigned>(construct.kind) & 1u) check_group(construct, group, report);
}

constexpr Example examples[] = {
    {"a transition and an end", R"({"Type": "Pass", "Next": "S", «"End"»: true})"},
    {"two time limits",
     R"({"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
         "TimeoutSecondsPath": "$.t", «"TimeoutSeconds"»: 5})"},
    {"two waits", R"({"Type": "Wait", "Seconds": 5, «"Timestamp"»: "2026-01-31T08:00:00Z", "End": true})"},
    {"two errors", R"({"Type": "Fail", "Error": "E", «"ErrorPath"»: "$.error"})"},
    {"one of each", R"({"Type": "Fail", "Error": "E", "CausePath": "$.cause"})"},
    {"no end", R"({"Type": "Pass", "Next": "S", "End": false})"},
};

}  // namespace

extern const Rule rule{
    .id = "structure/exclusive-fields",
    .severity = Severity::error,
    .summary = "two fields that cannot be combined",
    .why =
        "Step Functions refuses the definition when it is deployed, because it could only follow one of "
        "the two fields.",
    .see = "https://states-language.net/spec.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::structure::exclusive_fields
