// Catalogue ASL616, the warnings.
#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::csv_header_location {

namespace {

void check(const asl::Construct& construct, Report& report) {
  if (!construct.is(asl::ConstructKind::reader_config) || construct.value.open()) return;
  const Value type = construct.value["InputType"], location = construct.value["CSVHeaderLocation"],
              headers = construct.value["CSVHeaders"];
  const bool manifest = construct.value.has("ManifestType");
  if (type.literal() == "CSV" && !location && !manifest)
    report.add(type.place(), "a CSV file needs `CSVHeaderLocation`: `FIRST_ROW` or `GIVEN`");
  if (headers && location.literal() == "FIRST_ROW")
    report.add(headers.key(), "`CSVHeaders` has no effect: the names are read from the first row")
        .mend("remove `CSVHeaders`", remove(headers));
}

constexpr Example examples[] = {
    {"no word on the header",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": «"CSV"»}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"names from two places",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", «"CSVHeaders"»: ["id"]}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"the first row",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/csv-header-location",
    .severity = Severity::warning,
    .summary = "it is not clear where a CSV file has its header",
    .why =
        "Each row of a CSV file becomes an object whose keys are the column names. They stand in the "
        "first row (`FIRST_ROW`) or in `CSVHeaders` (`GIVEN`), never in both.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::map::csv_header_location
