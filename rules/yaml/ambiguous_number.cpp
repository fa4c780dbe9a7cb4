#include <fmt/core.h>

#include "lint/text.h"
#include "rules/yaml/shared/traps.h"

namespace sfn::rules::yaml::ambiguous_number {

namespace {

// What YAML 1.1 and YAML 1.2 take it for.
std::string_view readings(std::string_view written) {
  if (written.find(':') != npos) return "a base 60 number in YAML 1.1 and a string in YAML 1.2";
  if (written.find('_') != npos) return "a number in YAML 1.1 and a string in YAML 1.2";
  const std::string_view bare = written.substr(written[0] == '-' || written[0] == '+' ? 1 : 0);
  if (bare.starts_with("0o")) return "a number in YAML 1.2 and a string in YAML 1.1";
  if (bare.starts_with("0b")) return "a number in YAML 1.1 and a string in YAML 1.2";
  if (bare.starts_with("0x")) return "a number for some YAML readers and a string for others";
  if (bare[0] == '0' && bare.find_first_not_of("01234567") == npos)
    return "an octal number in YAML 1.1 and a decimal one in YAML 1.2";
  if (bare[0] == '0' && bare.find_first_not_of("0123456789") == npos)
    return "a string in YAML 1.1 and a number in YAML 1.2";
  return "a number in YAML 1.2 and a string for some YAML 1.1 readers";
}

void check(const asl::Machine& machine, Report& report) {
  for (const Trapped& one : trapped(machine, sfn::yaml::Trap::number))
    offer_quotes(report.add(one.place(),
                            fmt::format("`{}` is {}; put it in quotes{}", one.written, readings(one.written),
                                        wants_string(one) ? "" : ", or write a plain number")),
                 one);
}

constexpr Example examples[] = {
    {.title = "numbers that are not what they seem",
     .text = R"(StartAt: A
States:
  A:
    Type: Pass
    Result:
      account: «012345670123»
      zip: «01234»
      big: «1_000»
      at: «12:30:00»
      mode: «0o17»
      e: «1e3»
      «007»: x
    End: true
)",
     .fixed = R"(StartAt: A
States:
  A:
    Type: Pass
    Result:
      account: "012345670123"
      zip: "01234"
      big: "1_000"
      at: "12:30:00"
      mode: "0o17"
      e: "1e3"
      "007": x
    End: true
)",
     .file = "a.asl.yaml"},
    {.title = "a string of digits in a field that accepts only strings",
     .text = R"(StartAt: A
States:
  A:
    Type: Choice
    Choices:
      - Variable: $.a
        StringEquals: «0100»
        Next: B
  B:
    Type: Succeed
)",
     .fixed = R"(StartAt: A
States:
  A:
    Type: Choice
    Choices:
      - Variable: $.a
        StringEquals: "0100"
        Next: B
  B:
    Type: Succeed
)",
     .file = "a.asl.yaml"},
    {.title = "numbers and texts",
     .text = R"(StartAt: A
States:
  A:
    Type: Pass
    Result: [0, 10, -1.5, 0x1F, 1.5e+3, "010", 1.0.0, 10-20, 1:x]
    End: true
)",
     .file = "a.asl.yaml"},
    {.title = "JSON", .text = R"({"Type": "Pass", "Result": [1e3, "010"], "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "yaml/ambiguous-number",
    .severity = Severity::warning,
    .summary = "an unquoted number that YAML readers interpret differently",
    .why =
        "CloudFormation and SAM read YAML 1.1, many editors YAML 1.2. An account ID with a leading zero "
        "becomes another number, and a time of day becomes a number of seconds.",
    .see = "https://yaml.org/type/int.html",
    .examples = examples,
    .reveals = true,
    .machine = check,
};

}  // namespace sfn::rules::yaml::ambiguous_number
