#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::no_resultwriter {

namespace {

void check(const asl::State& state, Report& report) {
  if (mode(state) != Mode::distributed || state.value.open()) return;
  const Value reader = state["ItemReader"];
  if (!reader || state.value.has("ResultWriter")) return;
  report.add(reader.key(),
             "the results of a large dataset need a `ResultWriter`, because the state's output is limited "
             "to 256 KiB");
}

constexpr Example examples[] = {
    {"many items, one output",
     R"({"Type": "Map", "End": true, «"ItemReader"»: {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b", "Prefix": "p/"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"results go to S3",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b", "Prefix": "p/"}}, "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b", "Prefix": "p"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/no-resultwriter",
    .severity = Severity::info,
    .summary = "a distributed Map that reads a dataset and keeps the results in its output",
    .why =
        "The Map collects the results of all items in its output, and fails with "
        "`States.DataLimitExceeded` above 262,144 bytes. A `ResultWriter` writes them to S3 instead.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html",
    .examples = examples,
    .about = {.states = asl::StateType::map},
    .state = check,
};

}  // namespace sfn::rules::map::no_resultwriter
