#include "rules/path/shared/parts.h"
#include "rules/path/shared/templates.h"

namespace sfn::rules::path::empty_dollar_key {

namespace {

void check(const asl::Machine& machine, Report& report) {
  for (const Value member : machine.derive<DollarMembers>().all)
    if (member.name() == suffix)
      report.add(member.key(), "the key `.$` has no name before its suffix, so its value gets an empty name");
}

constexpr Example examples[] = {
    {"no name", R"json({"Type": "Pass", "Parameters": {«".$"»: "$.a"}, "End": true})json"},
    {"a name", R"json({"Type": "Pass", "Parameters": {"a.$": "$.a"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/empty-dollar-key",
    .severity = Severity::warning,
    .summary = "a key that consists only of the suffix `.$`",
    .why =
        "The suffix is removed when the template is evaluated, and nothing is left of this key. Write a "
        "name before it.",
    .see = "https://states-language.net/spec.html#payload-template",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::path::empty_dollar_key
