// A missing one is an error of family structure.
#include <fmt/core.h>

#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::reader_resource {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const Value value = construct.value["Resource"];
  if (!value.literal() || value.text().starts_with("$") || value.text().find("{%") != std::string_view::npos)
    return;
  const std::string_view action = s3_action(value);
  const bool plain = asl::read_resource(value).suffix.empty();
  if (plain && (action == "getObject" || action == "listObjectsV2")) return;
  Diagnostic& found = report.add(
      value.place(),
      "an `ItemReader` can only use `arn:aws:states:::s3:getObject` or `arn:aws:states:::s3:listObjectsV2`");
  if (action == "listObjects")
    found.offer("use `listObjectsV2`",
                replace_text(value.stretch(value.text().size() - action.size(), value.text().size()),
                             "listObjectsV2"));
}

constexpr Example examples[] = {
    {"the first version of the API",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": «"arn:aws:states:::s3:listObjects"», "Parameters": {"Bucket": "b"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a call of the AWS SDK",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": «"arn:aws:states:::aws-sdk:s3:getObject"», "Parameters": {"Bucket": "b", "Key": "k"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"a reader that exists",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws-cn:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
           "Parameters": {"Bucket": "b", "Key": "k"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/reader-resource",
    .severity = Severity::error,
    .summary = "an `ItemReader` with an action that it does not support",
    .why =
        "Items are read only from S3: `s3:getObject` reads one file, `s3:listObjectsV2` lists the objects "
        "under a prefix. With any other `Resource` in an `ItemReader`, Step Functions refuses the "
        "definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::item_reader},
    .construct = check,
};

}  // namespace sfn::rules::map::reader_resource
