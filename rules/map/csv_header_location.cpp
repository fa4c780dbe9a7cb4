#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::csv_header_location {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const Value config = construct.value, type = config["InputType"];
  if (!construct.is(asl::ConstructKind::reader_config) || config.open() || type.literal() != "CSV") return;
  if (!config.has("CSVHeaderLocation") && !config.has("ManifestType"))
    report.add(type.place(), "a CSV file needs `CSVHeaderLocation`, either `FIRST_ROW` or `GIVEN`");
}

constexpr Example examples[] = {
    {"no header location",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": «"CSV"»}},
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
    .severity = Severity::error,
    .summary = "a CSV file without `CSVHeaderLocation`",
    .why =
        "Step Functions refuses the definition when it is deployed (`The field 'CSVHeaderLocation' is "
        "required`). Each row of a CSV file becomes an object whose keys are the column names: they are in "
        "the first row (`FIRST_ROW`) or in `CSVHeaders` (`GIVEN`).",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .construct = check,
};

}  // namespace sfn::rules::map::csv_header_location
