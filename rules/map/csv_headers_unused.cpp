#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::csv_headers_unused {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const Value headers = construct.value["CSVHeaders"];
  if (headers && construct.value["CSVHeaderLocation"].literal() == "FIRST_ROW")
    report.add(headers.key(), "`CSVHeaders` has no effect, because the names are read from the first row")
        .offer_unsafe("remove `CSVHeaders`", remove(headers));
}

constexpr Example examples[] = {
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
    .id = "map/csv-headers-unused",
    .severity = Severity::warning,
    .summary = "CSV column names that are not used",
    .why =
        "Column names come from the first row (`FIRST_ROW`) or from `CSVHeaders` (`GIVEN`), never from both. "
        "If the file has no header, `GIVEN` was probably intended, and the first row of data is lost because "
        "it is read as names.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::reader_config},
    .construct = check,
};

}  // namespace sfn::rules::map::csv_headers_unused
