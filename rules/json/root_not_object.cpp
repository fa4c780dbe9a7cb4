#include <fmt/core.h>

#include "lint/document.h"
#include "lint/rule.h"

namespace sfn::rules::json::root_not_object {

namespace {

void check(const Document& document, Report& report) {
  const Value root = document.root();
  if (root && !root.is_object() && !root.is_opaque())
    report.add(root.label(), fmt::format("a definition must be an object, not {}", describe(root.kind())));
}

constexpr Example examples[] = {
    {"a list", R"(«[»])"},
    {"an object", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "json/root-not-object",
    .severity = Severity::error,
    .summary = "a definition that is not a JSON object",
    .why =
        "Step Functions refuses the definition when it is deployed. A definition is an object with at "
        "least `StartAt` and `States`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    .examples = examples,
    .document = check,
};

}  // namespace sfn::rules::json::root_not_object
