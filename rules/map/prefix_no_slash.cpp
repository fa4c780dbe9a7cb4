#include <string>

#include "lint/asl/payload.h"
#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::prefix_no_slash {

namespace {

void check(const asl::Construct& construct, Report& report) {
  if (s3_action(construct.value["Resource"]) != "listObjectsV2") return;
  const Value prefix = asl::parameter(arguments(construct), "Prefix", construct.language).literal();
  const auto text = prefix.literal();
  if (!text || text->empty() || text->ends_with('/')) return;
  report
      .add(prefix.place(),
           "this prefix does not end with a slash, so it also matches other names that "
           "begin with it")
      .offer_unsafe("end it with a slash",
                    replace_text(prefix.stretch(0, text->size()), std::string(*text) + "/"));
}

constexpr Example examples[] = {
    {"all that begins alike",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b", "Prefix": «"logs"»}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b", "Prefix": "logs/"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"one folder",
     R"({"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "b", "Prefix": "logs/"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/prefix-no-slash",
    .severity = Severity::info,
    .summary = "a `Prefix` of an `ItemReader` that does not end with a slash",
    .why =
        "A prefix is compared as text: `logs` also lists `logs-old/a` and `logs.txt`. Add a slash at the "
        "end to list one folder.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::item_reader},
    .construct = check,
};

}  // namespace sfn::rules::map::prefix_no_slash
