// Project templates, which lie beside definitions in folders.
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
    .summary = "a file in a folder that a template engine still has to render",
    .why =
        "The file is not deployed in this form, and nothing in it can be checked before the engine has "
        "inserted its values. Check the rendered file instead. If the file is named instead of found in a "
        "folder, `template/needs-rendering` warns.",
    .see = "https://jinja.palletsprojects.com/en/stable/templates/",
    .examples = examples,
    .syntax = check,
};

}  // namespace sfn::rules::template_::found_unrendered
