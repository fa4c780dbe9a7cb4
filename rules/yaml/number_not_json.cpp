#include <fmt/core.h>

#include "rules/yaml/shared/traps.h"

namespace sfn::rules::yaml::number_not_json {

namespace {

void check(const asl::Machine& machine, Report& report) {
  for (const Trapped& one : trapped(machine, sfn::yaml::Trap::not_json))
    report.add(one.place(),
               fmt::format("JSON cannot represent the number `{}`; put it in quotes to write it as text",
                           one.written));
}

constexpr Example examples[] = {
    {.title = "infinite, and no number",
     .text = R"(StartAt: A
States:
  A:
    Type: Pass
    Result: [«.inf», «-.Inf», «.nan», ".inf", .info]
    End: true
)",
     .file = "a.asl.yaml"},
    {.title = "a large number",
     .text = R"(StartAt: A
States:
  A:
    Type: Pass
    Result: 1.0e+308
    End: true
)",
     .file = "a.asl.yaml"},
};

}  // namespace

extern const Rule rule{
    .id = "yaml/number-not-json",
    .severity = Severity::warning,
    .summary = "`.inf` or `.nan`, which JSON does not support",
    .why =
        "Step Functions accepts definitions as JSON. A tool that converts this YAML to JSON fails, or "
        "writes `null` or a word that Step Functions refuses.",
    .see = "https://yaml.org/type/float.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::yaml::number_not_json
