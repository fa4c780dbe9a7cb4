#include <string>

#include "lint/asl/resource.h"
#include "lint/rule.h"
#include "rules/map/shared/map_state.h"

namespace sfn::rules::map::resultwriter_resource {

namespace {

void check(const asl::Construct& construct, Report& report) {
  const Value value = construct.value["Resource"];
  if (!value.literal() || value.text().starts_with("$") || value.text().find("{%") != std::string_view::npos)
    return;
  const asl::Resource resource = asl::read_resource(value);
  if (s3_action(value) == "putObject" && resource.suffix.empty()) return;
  Diagnostic& found =
      report.add(value.place(), "a `ResultWriter` can only use `arn:aws:states:::s3:putObject`");
  if (resource.kind != asl::ResourceKind::unknown)
    found.offer("use `s3:putObject`",
                replace_text(value.stretch(0, value.text().size()),
                             "arn:" + std::string(resource.partition) + ":states:::s3:putObject"));
}

constexpr Example examples[] = {
    {"the action of a reader",
     R"({"Type": "Map", "End": true, "ResultWriter": {"Resource": «"arn:aws:states:::s3:getObject"», "Parameters": {"Bucket": "b", "Prefix": "p"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})",
     R"({"Type": "Map", "End": true, "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b", "Prefix": "p"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
    {"the action of a writer",
     R"({"Type": "Map", "End": true, "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b", "Prefix": "p"}},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "map/resultwriter-resource",
    .severity = Severity::error,
    .summary = "a `ResultWriter` with an action other than `s3:putObject`",
    .why =
        "Results are written only to S3, by `s3:putObject`. With any other `Resource` in a `ResultWriter`, "
        "Step Functions refuses the definition when it is deployed.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html",
    .examples = examples,
    .about = {.constructs = asl::ConstructKind::result_writer},
    .construct = check,
};

}  // namespace sfn::rules::map::resultwriter_resource
