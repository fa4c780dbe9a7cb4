#include <fmt/core.h>

#include "lint/asl/expression_text.h"
#include "lint/asl/path/embedded.h"
#include "lint/json/string.h"
#include "rules/path/shared/parts.h"
#include "rules/path/shared/templates.h"

namespace sfn::rules::path::dollar_key_nonstring {

namespace {

// An array of paths means what they name; without the suffix their texts would be sent.
bool holds_paths(Value array) {
  if (!array.is_array()) return false;
  for (const Value item : array)
    if (asl::path::may_hold_path(item.text())) return true;
  return false;
}

void check_member(Value member, Report& report) {
  if (member.is_string() || member.is_opaque()) return;
  Diagnostic& found = report.add(
      member.place(),
      fmt::format("the value of `{}` must be a string with a path or an intrinsic function, not {}",
                  member.name(), describe(member.kind())));
  if (member.name() == suffix) return;
  if (!holds_paths(member)) return drop_suffix(member, found);
  if (const auto call = asl::array_call(member))
    found.offer_unsafe("write `States.Array(...)`", set_value(member, sfn::json::quote(*call)));
}

void check(const asl::Machine& machine, Report& report) {
  for (const Value member : machine.derive<DollarMembers>().all) check_member(member, report);
}

constexpr Example examples[] = {
    {"a number", R"json({"Type": "Pass", "Parameters": {"n.$": «5»}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"n": 5}, "End": true})json"},
    {"an object, in an array",
     R"json({"Type": "Pass", "Parameters": {"list": [{"n.$": «{"a": 1}»}]}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"list": [{"n": {"a": 1}}]}, "End": true})json"},
    {"an array of paths",
     R"json({"Type": "Pass", "Parameters": {"Command.$": «["run", "$.a"]»}, "End": true})json",
     R"json({"Type": "Pass", "Parameters": {"Command.$": "States.Array('run', $.a)"}, "End": true})json"},
    {"a number under a plain key", R"json({"Type": "Pass", "Parameters": {"n": 5}, "End": true})json"},
    {"a placeholder", R"json({"Type": "Pass", "Parameters": {"n.$": ${path}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/dollar-key-nonstring",
    .severity = Severity::error,
    .summary = "a value other than a string under a key that ends in `.$`",
    .why =
        "The value of such a key is a path or a call of an intrinsic function, so it must be a string. "
        "Step Functions refuses the definition when it is deployed.",
    .see = "https://states-language.net/spec.html#payload-template",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::path::dollar_key_nonstring
