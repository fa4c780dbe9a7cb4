// Project templates, which lie beside definitions in folders.
#include "lint/json/fault.h"
#include "lint/rule.h"

namespace sfn::rules::template_::needs_rendering {

namespace {

using sfn::json::Fault;

void check(const Fault& fault, FileId file, Report& report) {
  if (fault.kind == Fault::Kind::foreign_directive && fault.fate != Fault::Fate::found)
    report.add({file, no_node, Part::bytes, fault.span.begin, fault.span.end}, fault.message);
}

constexpr Example examples[] = {
    {"a value of Jinja",
     R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": «{{ seconds }}», "End": true}}})"},
    {.title = "a block of Cookiecutter in YAML",
     .text = R"(StartAt: A
States:
  A:
    Type: Pass
    «{%- if cookiecutter.last %}»
    End: true
    {%- endif %}
)",
     .file = "a.asl.yaml"},
    {"quoted text is not a directive",
     R"({"StartAt": "A", "States": {"A": {"Type": "Fail", "Cause": "{{ cause }} {% if x %}"}}})"},
    {"a fault of another kind",
     R"({"StartAt": "A", "States": {"A": {"Type": "Fail", "Cause": "{{ cause }}",}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "template/needs-rendering",
    .severity = Severity::warning,
    .summary = "a named file that a template engine still has to render",
    .why =
        "The file is not deployed in this form, and nothing in it can be checked before the engine has "
        "inserted its values. Check the rendered file instead.",
    .see = "https://jinja.palletsprojects.com/en/stable/templates/",
    .examples = examples,
    .syntax = check,
};

}  // namespace sfn::rules::template_::needs_rendering
