// A warning: no answer of AWS to it is recorded.
#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::csv_fields_misplaced {

namespace {

void check(const asl::Construct& construct, Report& report) {
  if (construct.value.has("ManifestType")) return;
  const auto type = construct.value["InputType"].literal();
  if (!type || (*type != "JSON" && *type != "JSONL" && *type != "PARQUET")) return;
  for (const std::string_view name : {"CSVHeaderLocation", "CSVHeaders", "CSVDelimiter"})
    if (const Value field = construct.value[name])
      report.add(field.key(), fmt::format("`{}` has no effect with `InputType` `{}`", name, *type))
          .offer_unsafe(fmt::format("remove `{}`", name), remove(field));
}

constexpr Example examples[] = {
    {"a header of JSON",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "JSON", «"CSVHeaderLocation"»: "FIRST_ROW"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "JSON"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"CSV",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVDelimiter": "TAB"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/csv-fields-misplaced",
    .severity = Severity::warning,
    .summary = "a field for CSV files with another `InputType`",
    .why =
        "`CSVHeaderLocation`, `CSVHeaders` and `CSVDelimiter` describe CSV files. With another type, "
        "either the type or these fields are a mistake.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::reader_config},
    .construct = check,
};

}  // namespace sfn::rules::map::csv_fields_misplaced
