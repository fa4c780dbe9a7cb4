// Catalogue JSON001, 003, 006, 007, 009, 011, 012, 014.
#include "lint/json/fault.h"
#include "lint/rule.h"

namespace sfn::rules::json::syntax {

namespace {

void check(const sfn::json::Fault& fault, FileId file, Report& report) {
  Diagnostic& found =
      report.add({file, no_node, Part::bytes, fault.span.begin, fault.span.end}, fault.message);
  if (fault.related)
    found.note(fault.note, Place{file, no_node, Part::bytes, fault.related->begin, fault.related->end});
  if (fault.repairs.empty()) return;
  std::vector<Change> changes;
  for (const sfn::json::Repair& repair : fault.repairs)
    changes.push_back(replace_bytes(file, repair.span, repair.text));
  found.mend("mend the JSON", Safety::safe, std::move(changes));
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
    .summary = "the text is not JSON, or not YAML where the file is",
    .why =
        "Step Functions refuses a definition that is not RFC 8259 JSON with `INVALID_JSON_DESCRIPTION`. "
        "It has no comments, no trailing commas, no raw line breaks in strings and only straight quotes. "
        "YAML that does not parse never becomes JSON.",
    .see = "https://www.rfc-editor.org/rfc/rfc8259",
    .examples = examples,
    .syntax = check,
};

}  // namespace sfn::rules::json::syntax
