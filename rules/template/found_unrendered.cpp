// Issue 12: project templates, which lie beside definitions in folders.
#include "lint/json/fault.h"
#include "lint/rule.h"

namespace sfn::rules::template_::found_unrendered {

namespace {

using sfn::json::Fault;

void check(const Fault& fault, FileId file, Report& report) {
  if (fault.kind == Fault::Kind::foreign_directive && fault.fate == Fault::Fate::found)
    report.add({file, no_node, Part::bytes, fault.span.begin, fault.span.end}, fault.message);
}

// Only a run over a folder finds files.
constexpr Example examples[] = {
    {"a file that is named",
     R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": {{ seconds }}, "End": true}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "template/found-unrendered",
    .severity = Severity::info,
    .summary = "a file of a folder that a template engine still has to render",
    .why =
        "Nobody deploys the file as it is, and nothing in it can be checked before the engine has put its "
        "values in. Check what it renders instead. Where the file is named, and not found in a folder, "
        "`template/needs-rendering` warns.",
    .see = "https://jinja.palletsprojects.com/en/stable/templates/",
    .examples = examples,
    .syntax = check,
};

}  // namespace sfn::rules::template_::found_unrendered
