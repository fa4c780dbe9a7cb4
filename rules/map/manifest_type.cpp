#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::manifest_type {

namespace {

void check_inventory(Value type, Report& report) {
  if (type)
    report.add(type.key(), "an S3 inventory specifies its own type; remove `InputType`")
        .offer_unsafe("remove `InputType`", remove(type));
}

void check_athena(Value config, Value manifest, Report& report) {
  const Value type = config["InputType"];
  if (!type) {
    report.add(manifest.place(),
               "`ATHENA_DATA` needs the `InputType` of the data, which is `CSV`, `JSONL` or `PARQUET`");
    return;
  }
  const auto text = type.literal();
  if (text == "JSON" || text == "MANIFEST")
    report.add(type.place(), fmt::format("`ATHENA_DATA` is in `CSV`, `JSONL` or `PARQUET`, not `{}`", *text));
}

void check(const asl::Construct& construct, Report& report) {
  if (construct.value.open()) return;
  const Value manifest = construct.value["ManifestType"];
  if (manifest.literal() == "S3_INVENTORY") check_inventory(construct.value["InputType"], report);
  if (manifest.literal() == "ATHENA_DATA") check_athena(construct.value, manifest, report);
}

constexpr Example examples[] = {
    {"an inventory with a type",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"ManifestType": "S3_INVENTORY", «"InputType"»: "CSV"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"ManifestType": "S3_INVENTORY"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"data of Athena without a type",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"ManifestType": «"ATHENA_DATA"»}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"data of Athena of a type that it does not write",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"ManifestType": "ATHENA_DATA", "InputType": «"JSON"»}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"both as they should be",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"ManifestType": "ATHENA_DATA", "InputType": "PARQUET"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/manifest-type",
    .severity = Severity::error,
    .summary = "a `ManifestType` and an `InputType` that do not fit together",
    .why =
        "An Athena manifest lists files in CSV, JSON Lines or Parquet, and `InputType` must say which. An "
        "S3 inventory describes itself, and `InputType` must be omitted. Otherwise Step Functions refuses "
        "the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::reader_config},
    .construct = check,
};

}  // namespace sfn::rules::map::manifest_type
