// What CloudFormation makes of a file that is not JSON. Tests: cli/files/definition_uri_test.cpp.
#include <fmt/core.h>

#include "lint/rule.h"
#include "rules/json/shared/repairs.h"

namespace sfn::rules::json::read_as_yaml {

namespace {

void check(const sfn::json::Fault& fault, FileId file, Report& report) {
  if (fault.fate != sfn::json::Fault::Fate::read_as_yaml) return;
  Diagnostic& found = report.add(
      place_of(fault.span, file),
      fmt::format(
          "this is not valid JSON, and can be deployed only because CloudFormation reads it as YAML: {}",
          fault.message));
  fix_bytes(found, fault, file);
}

// Only a template beside the file tells that CloudFormation reads it.
constexpr Example examples[] = {
    {"JSON", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {"a file that no template names", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed",}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "json/read-as-yaml",
    .severity = Severity::warning,
    .summary = "a definition file of a template that is named as JSON but contains YAML",
    .why =
        "CloudFormation and SAM read a definition file as JSON and, if that fails, as YAML, so trailing "
        "commas, `#` comments and single quotes can be deployed. The console, the API, Terraform and most "
        "tools refuse the file with `INVALID_JSON_DESCRIPTION`.",
    .see =
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "aws-resource-stepfunctions-statemachine.html",
    .examples = examples,
    .syntax = check,
};

}  // namespace sfn::rules::json::read_as_yaml
