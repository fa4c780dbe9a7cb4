#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::resultwriter_shape {

namespace {

void check(const asl::Construct& construct, Report& report) {
  if (construct.value.open()) return;
  const Value resource = construct.value["Resource"];
  const bool jsonata = construct.jsonata();
  const Value where = construct.value[jsonata ? "Arguments" : "Parameters"];
  // One of the other language is an error of family structure.
  const bool other = construct.value.has(jsonata ? "Parameters" : "Arguments");
  if (!resource && !where && !other && !construct.value.has("WriterConfig"))
    report.add(construct.value.place(),
               "a `ResultWriter` needs `Resource` and `Parameters` to say where to write, or "
               "`WriterConfig` to say how");
  if (resource && !where && !other)
    report.add(resource.key(), jsonata ? "`Resource` needs `Arguments` to say where to write"
                                       : "`Resource` needs `Parameters` to say where to write");
  if (where && !resource) report.add(where.key(), "`ResultWriter` needs a `Resource` to write the results");
}

constexpr Example examples[] = {
    {"an empty one",
     R"({"Type": "Map", "End": true, "ResultWriter": «{}»,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"no destination",
     R"({"Type": "Map", "End": true, "ResultWriter": {«"Resource"»: "arn:aws:states:::s3:putObject"},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"no action",
     R"({"Type": "Map", "End": true, "ResultWriter": {«"Parameters"»: {"Bucket": "b"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"both",
     R"({"Type": "Map", "End": true, "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b", "Prefix": "p"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"only the form of the results",
     R"({"Type": "Map", "End": true, "ResultWriter": {"WriterConfig": {"OutputType": "JSONL", "Transformation": "COMPACT"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/resultwriter-shape",
    .severity = Severity::error,
    .summary = "a `ResultWriter` that does not say what to write, or where",
    .why =
        "A `ResultWriter` exports the results to S3, for which it needs both the action and the bucket, or "
        "only changes their format with `WriterConfig`. With anything less, Step Functions refuses the "
        "definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::result_writer},
    .construct = check,
};

}  // namespace sfn::rules::map::resultwriter_shape
