// A wrong one is an error of family structure.
#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::reader_input_type {

namespace {

void check(const asl::Construct& construct, Report& report) {
  if (construct.value.open()) return;
  const Value resource = construct.value["Resource"], config = construct.value["ReaderConfig"];
  if (s3_action(resource) != "getObject" || config.open() || config.is_opaque()) return;
  if (config.has("InputType") || config.has("ManifestType")) return;
  report.add(config ? config.label() : resource.place(),
             "`s3:getObject` needs a `ReaderConfig` with the `InputType` of the file");
}

constexpr Example examples[] = {
    {"a file of unknown kind",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": «"arn:aws:states:::s3:getObject"», "Parameters": {"Bucket": "b", "Key": "k"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a config without it",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", «"ReaderConfig"»: {"MaxItems": 5},
           "Parameters": {"Bucket": "b", "Key": "k"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a kind",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSONL"},
           "Parameters": {"Bucket": "b", "Key": "k"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a list of objects needs none",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/reader-input-type",
    .severity = Severity::warning,
    .summary = "an `ItemReader` that does not say what kind of file it reads",
    .why =
        "`InputType` says whether the object is CSV, JSON, JSON Lines, Parquet or a manifest. Step "
        "Functions does not infer it from the name of the object.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::item_reader},
    .construct = check,
};

}  // namespace sfn::rules::map::reader_input_type
