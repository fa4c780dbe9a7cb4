#include <fmt/core.h>

#include <map>
#include <optional>
#include <string>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "lint/text.h"

namespace sfn::rules::map::label_rules {

namespace {

constexpr size_t longest = 40;

// The first character that a label must not have; npos if there is none.
size_t forbidden(std::string_view label) {
  for (size_t i = 0; i < label.size(); ++i) {
    const auto c = static_cast<unsigned char>(label[i]);
    if (c <= 0x20 || c == 0x7F) return i;
    if (std::string_view("?*<>{}[]:;,\\|^~$#%&`\"").find(label[i]) != std::string_view::npos) return i;
    // C1 controls, U+0080 to U+009F
    if (c == 0xC2 && i + 1 < label.size() && static_cast<unsigned char>(label[i + 1]) < 0xA0) return i;
  }
  return std::string_view::npos;
}

void check_form(Value value, std::string_view label, Report& report) {
  if (label.empty()) {
    report.add(value.place(), "this `Label` is empty");
    return;
  }
  if (const size_t length = count_code_points(label); length > longest)
    report.add(value.place(),
               fmt::format("a `Label` has at most {} characters, but this one has {}", longest, length));
  if (const size_t at = forbidden(label); at != std::string_view::npos) {
    const bool shown = label[at] > 0x20 && label[at] < 0x7F;
    report.add(value.stretch(at, at + (static_cast<unsigned char>(label[at]) == 0xC2 ? 2 : 1)),
               shown ? fmt::format("a `Label` cannot contain `{}`", label[at])
                     : std::string("a `Label` cannot contain whitespace or control characters"));
  }
}

void check(const asl::Machine& machine, Report& report) {
  std::map<std::string_view, Value> seen;
  for (const asl::State& state : machine.states()) {
    const Value value = state["Label"];
    const auto label = value.literal();
    if (!state.is(asl::StateType::map) || !label) continue;
    check_form(value, *label, report);
    const auto [earlier, first] = seen.try_emplace(*label, value);
    if (!first && !label->empty())
      report.add(value.place(), fmt::format("another Map already uses the `Label` `{}`", *label))
          .note("it is used here", earlier->second.place());
  }
}

constexpr Example examples[] = {
    {"a blank",
     R"({"Type": "Map", "End": true, "Label": "my« »map",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"empty",
     R"({"Type": "Map", "End": true, "Label": «""»,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"too long",
     R"({"Type": "Map", "End": true, "Label": «"a-label-of-more-than-forty-characters-is-refused"»,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a good label",
     R"({"Type": "Map", "End": true, "Label": "my-map_1",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/label-rules",
    .severity = Severity::error,
    .summary = "a `Label` that Step Functions refuses",
    .why =
        "The label becomes part of the ARNs of the child executions. It has 1 to 40 characters, without "
        "whitespace, control characters and characters that ARNs cannot contain, and is unique in the "
        "state machine. Otherwise Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html",
    .examples = examples,
    .machine = check,
};

}  // namespace sfn::rules::map::label_rules
