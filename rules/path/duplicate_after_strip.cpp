#include <fmt/core.h>

#include "rules/path/shared/parts.h"
#include "rules/path/shared/templates.h"

namespace sfn::rules::path::duplicate_after_strip {

namespace {

void check(const asl::Machine& machine, Report& report) {
  for (const Value member : machine.derive<DollarMembers>().all) {
    const std::string_view name = member.name();
    const Value twin = member.parent()[name.substr(0, name.size() - suffix.size())];
    if (!twin) continue;
    report
        .add(member.key(),
             fmt::format("`{}` and `{}` become the same name when the suffix is removed", twin.name(), name))
        .note("the other key is here", twin.key());
  }
}

constexpr Example examples[] = {
    {"one value and one path",
     R"json({"Type": "Pass", "Parameters": {"a": 1, «"a.$"»: "$.a"}, "End": true})json"},
    {"deep in a template",
     R"json({"Type": "Pass", "Parameters": {"list": [{"x": {"a": 1, «"a.$"»: "$.a"}}]}, "End": true})json"},
    {"two names", R"json({"Type": "Pass", "Parameters": {"a": 1, "b.$": "$.a"}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "path/duplicate-after-strip",
    .severity = Severity::error,
    .summary = "two keys of an object that differ only in the suffix `.$`",
    .why =
        "The suffix is removed when the template is evaluated, so two members would have the same name. "
        "Step Functions refuses the definition when it is deployed.",
    .see = "https://states-language.net/spec.html#payload-template",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::path::duplicate_after_strip
