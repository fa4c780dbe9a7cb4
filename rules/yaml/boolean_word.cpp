#include <fmt/core.h>

#include "rules/yaml/shared/traps.h"

namespace sfn::rules::yaml::boolean_word {

namespace {

std::string_view meaning(std::string_view word) {
  const bool yes = word.size() == 3 ? (word[0] | 0x20) == 'y' : (word[1] | 0x20) == 'n';  // yes, on
  return yes && word.size() > 1 ? "true" : "false";
}

void check(const asl::Machine& machine, Report& report) {
  for (const Trapped& one : trapped(machine, sfn::yaml::Trap::boolean)) {
    const std::string_view means = meaning(one.written);
    const std::string fault =
        one.key
            ? fmt::format("the key `{}` is the boolean `{}` in YAML 1.1; put it in quotes", one.written,
                          means)
            : fmt::format("`{}` is the boolean `{}` in YAML 1.1 and a string in YAML 1.2; put it in quotes",
                          one.written, means);
    const std::string message = wants_string(one) ? fault : fmt::format("{}, or write `{}`", fault, means);
    offer_quotes(report.add(one.place(), message), one);
  }
}

constexpr Example examples[] = {
    {.title = "states named Yes and No",
     .text = R"(StartAt: Ask
States:
  Ask:
    Type: Choice
    Choices:
      - Variable: $.ok
        BooleanEquals: true
        Next: «Yes»
    Default: "No"
  «Yes»:
    Type: Succeed
  «No»:
    Type: Fail
)",
     .fixed = R"(StartAt: Ask
States:
  Ask:
    Type: Choice
    Choices:
      - Variable: $.ok
        BooleanEquals: true
        Next: "Yes"
    Default: "No"
  "Yes":
    Type: Succeed
  "No":
    Type: Fail
)",
     .file = "a.asl.yaml"},
    {.title = "words of other fields",
     .text = R"(StartAt: A
States:
  A:
    Type: Pass
    Result: {enabled: «on», name: Norway, answer: "yes", flag: true, «off»: y}
    End: true
)",
     .fixed = R"(StartAt: A
States:
  A:
    Type: Pass
    Result: {enabled: "on", name: Norway, answer: "yes", flag: true, "off": y}
    End: true
)",
     .file = "a.asl.yaml"},
    {.title = "in a template",
     .text = R"(Resources:
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Tracing: {Enabled: yes}
      Definition:
        StartAt: «On»
        States:
          «On»: {Type: Succeed}
)",
     .fixed = R"(Resources:
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Tracing: {Enabled: yes}
      Definition:
        StartAt: "On"
        States:
          "On": {Type: Succeed}
)",
     .file = "template.yaml"},
    {.title = "JSON", .text = R"({"Type": "Pass", "Result": {"on": "yes"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "yaml/boolean-word",
    .severity = Severity::warning,
    .summary = "an unquoted `yes`, `no`, `on` or `off`",
    .why =
        "YAML 1.1, which CloudFormation and SAM read, has four more words for booleans; YAML 1.2, which "
        "many editors read, treats them as strings. A state named `No` then becomes `false`, and no "
        "transition finds it.",
    .see = "https://yaml.org/type/bool.html",
    .examples = examples,
    .reveals = true,
    .machine = check,
};

}  // namespace sfn::rules::yaml::boolean_word
