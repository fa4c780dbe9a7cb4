#include "lint/asl/payload.h"
#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::parquet_versionid {

namespace {

void check(const asl::Construct& construct, Report& report) {
  if (construct.value["ReaderConfig"]["InputType"].literal() != "PARQUET") return;
  const asl::Parameter version = asl::parameter(arguments(construct), "VersionId", construct.language);
  if (version)
    report.add(version.value.key(), "`VersionId` is not supported for Parquet files")
        .offer_unsafe("remove `VersionId`", remove(version.value));
}

constexpr Example examples[] = {
    {"a version of a Parquet file",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "PARQUET"},
           "Parameters": {"Bucket": "b", "Key": "k", «"VersionId"»: "v"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "PARQUET"},
           "Parameters": {"Bucket": "b", "Key": "k"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a version of a JSON file",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
           "Parameters": {"Bucket": "b", "Key": "k", "VersionId": "v"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/parquet-versionid",
    .severity = Severity::error,
    .summary = "an `ItemReader` for a certain version of a Parquet file",
    .why =
        "Parquet files are read in parts, and Step Functions reads only their newest version. If "
        "`VersionId` is used with `PARQUET`, it refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::item_reader},
    .construct = check,
};

}  // namespace sfn::rules::map::parquet_versionid
