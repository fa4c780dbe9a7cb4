#include <fmt/core.h>

#include "rules/yaml/shared/traps.h"

namespace sfn::rules::yaml::bare_timestamp {

namespace {

void check(const asl::Machine& machine, Report& report) {
  for (const Trapped& one : trapped(machine, sfn::yaml::Trap::timestamp))
    offer_quotes(
        report.add(one.place(),
                   fmt::format("`{}` is a date in YAML 1.1 and a string in YAML 1.2; put it in quotes",
                               one.written)),
        one);
}

constexpr Example examples[] = {
    {.title = "a time to compare with",
     .text = R"(StartAt: A
States:
  A:
    Type: Choice
    Choices:
      - Variable: $.at
        TimestampGreaterThan: «2026-01-31T12:00:00Z»
        Next: B
  B:
    Type: Pass
    Result: {since: «2026-01-31», until: "2026-02-28", «2026-03-01»: x}
    End: true
)",
     .fixed = R"(StartAt: A
States:
  A:
    Type: Choice
    Choices:
      - Variable: $.at
        TimestampGreaterThan: "2026-01-31T12:00:00Z"
        Next: B
  B:
    Type: Pass
    Result: {since: "2026-01-31", until: "2026-02-28", "2026-03-01": x}
    End: true
)",
     .file = "a.asl.yaml"},
    {.title = "in quotes",
     .text = R"(StartAt: A
States:
  A:
    Type: Wait
    Timestamp: "2026-01-31T12:00:00Z"
    End: true
)",
     .file = "a.asl.yaml"},
};

}  // namespace

extern const Rule rule{
    .id = "yaml/bare-timestamp",
    .severity = Severity::warning,
    .summary = "an unquoted date or time",
    .why =
        "YAML 1.1 reads it as a date. Tools that convert it to JSON write the date in their own form: with "
        "a time of day and milliseconds, in another time zone, or not at all.",
    .see = "https://yaml.org/type/timestamp.html",
    .examples = examples,
    .reveals = true,
    .machine = check,
};

}  // namespace sfn::rules::yaml::bare_timestamp
