// A wrong value is an error of family structure.
#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::reader_transformation {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const Value config = construct.value["ReaderConfig"], value = config["Transformation"];
  if (value.literal() != "LOAD_AND_FLATTEN") return;
  const std::string_view action = s3_action(construct.value["Resource"]);
  if (action == "getObject")
    report.add(value.place(),
               "`LOAD_AND_FLATTEN` loads the objects of a list, so it needs "
               "`s3:listObjectsV2`");
  else if (!action.empty() && !config.has("InputType") && !config.open())
    report.add(value.place(), "`LOAD_AND_FLATTEN` needs the `InputType` of the objects");
}

constexpr Example examples[] = {
    {"no type",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b", "Prefix": "p/"},
           "ReaderConfig": {"Transformation": «"LOAD_AND_FLATTEN"»}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"one object",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"},
           "ReaderConfig": {"InputType": "JSON", "Transformation": «"LOAD_AND_FLATTEN"»}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"objects of a type",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b", "Prefix": "p/"},
           "ReaderConfig": {"InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/reader-transformation",
    .severity = Severity::error,
    .summary = "`LOAD_AND_FLATTEN` without a list of objects, or without their type",
    .why =
        "With `LOAD_AND_FLATTEN` Step Functions reads every object that `s3:listObjectsV2` lists, and runs "
        "the items in them instead of their names. If the `InputType` of the objects is missing, it "
        "refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::item_reader},
    .construct = check,
};

}  // namespace sfn::rules::map::reader_transformation
