#include "lint/json/fault.h"
#include "lint/rule.h"
#include "rules/json/shared/repairs.h"

namespace sfn::rules::json::syntax {

namespace {

using sfn::json::Fault;

void check(const Fault& fault, FileId file, Report& report) {
  if (fault.kind == Fault::Kind::foreign_directive || fault.fate == Fault::Fate::read_as_yaml) return;
  Diagnostic& found = report.add(place_of(fault.span, file), fault.message);
  if (fault.related) found.note(fault.note, place_of(*fault.related, file));
  if (fault.fate == Fault::Fate::reads_as_yaml)
    found.note(
        "CloudFormation and SAM accept the text as YAML where a template names the file, as in "
        "`DefinitionUri`; name the template too if one does");
  fix_bytes(found, fault, file);
}

constexpr Example examples[] = {
    {"a trailing comma", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"«,»}}})",
     R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {"JSON", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
    {.title = "a colon in YAML that makes a key",
     .text = R"(StartAt: A
States:
  A:
    Type: Fail
    Cause: not found«:» the order
)",
     .file = "a.asl.yaml"},
    {.title = "YAML",
     .text = R"(StartAt: A
States:
  A:
    Type: Fail
    Cause: "not found: the order"
)",
     .file = "a.asl.yaml"},
};

}  // namespace

extern const Rule rule{
    .id = "json/syntax",
    .severity = Severity::error,
    .summary = "text that is not valid JSON, or not valid YAML or HCL in a file of that language",
    .why =
        "Step Functions refuses a definition that is not RFC 8259 JSON when it is deployed, with "
        "`INVALID_JSON_DESCRIPTION`. "
        "It has no comments, no trailing commas, no raw line breaks in strings and only straight quotes. "
        "YAML and HCL that do not parse never become JSON.",
    .see = "https://www.rfc-editor.org/rfc/rfc8259",
    .examples = examples,
    .syntax = check,
};

}  // namespace sfn::rules::json::syntax
