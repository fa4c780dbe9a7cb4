#include <string>

#include "lint/asl/machine.h"
#include "lint/rule.h"

namespace sfn::rules::practice::non_ascii_name {

namespace {

void check(const asl::State& state, Report& report) {
  const Value label = state["Label"];
  const auto text = label.literal();
  if (!state.is(asl::StateType::map) || !text) return;
  size_t begin = 0;
  while (begin < text->size() && static_cast<unsigned char>((*text)[begin]) < 0x80) ++begin;
  if (begin == text->size()) return;
  size_t end = begin;
  while (end < text->size() && static_cast<unsigned char>((*text)[end]) >= 0x80) ++end;
  report.add(label.stretch(begin, end),
             "names with non-ASCII characters do not work with CloudWatch metrics");
}

constexpr Example examples[] = {
    {"a label in Japanese",
     R"({"Type": "Map", "End": true, "Label": "«画像»-1", "ItemProcessor": {
           "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
           "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a label in ASCII",
     R"({"Type": "Map", "End": true, "Label": "images-1", "ItemProcessor": {
           "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
           "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "practice/non-ascii-name",
    .severity = Severity::info,
    .summary = "a Map `Label` with non-ASCII characters",
    .why =
        "Step Functions accepts such names, but Amazon CloudWatch does not: the metrics of these "
        "executions cannot be tracked.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    .examples = examples,
    .state = check,
};

}  // namespace sfn::rules::practice::non_ascii_name
