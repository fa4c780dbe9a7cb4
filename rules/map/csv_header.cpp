#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::csv_header {

namespace {

void check(const asl::Construct& construct, Report& report) {
  if (construct.value.open()) return;
  const Value location = construct.value["CSVHeaderLocation"], headers = construct.value["CSVHeaders"];
  if (location.literal() != "GIVEN") return;
  if (!headers)
    report.add(location.place(), "header location `GIVEN` needs the column names in `CSVHeaders`");
  else if (headers.is_array() && !headers.first_child())
    report.add(headers.place(), "`CSVHeaders` is empty; it must name the columns");
}

constexpr Example examples[] = {
    {"no names",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": «"GIVEN"»}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"an empty list",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": «[]»}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"names",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["id", "name"]}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/csv-header",
    .severity = Severity::error,
    .summary = "a CSV header that is `GIVEN`, but names no columns",
    .why =
        "With `\"CSVHeaderLocation\": \"GIVEN\"` the column names come from `CSVHeaders`. Without them the "
        "items have no keys, and Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::reader_config},
    .construct = check,
};

}  // namespace sfn::rules::map::csv_header
