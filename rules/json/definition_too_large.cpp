// A speaking example is too long to print; see definition_size_test.cpp.
#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "rules/json/shared/size.h"

namespace sfn::rules::json::definition_too_large {

namespace {

void check(const Document& document, Report& report) {
  const size_t bytes = bytes_of(document);
  if (bytes > most_bytes && asl::Machine::is_definition(document.root()))
    report.add(document.root().label(),
               fmt::format("a definition can have at most {} bytes, but this one has {}", most_bytes, bytes));
}

constexpr Example examples[] = {
    {"a small definition", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "json/definition-too-large",
    .severity = Severity::error,
    .summary = "a definition of more than 1,048,576 bytes",
    .why =
        "Step Functions refuses the definition when it is deployed, and this quota cannot be raised. Move "
        "part of the workflow into a state machine of its own, and long literals into S3.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    .examples = examples,
    .document = check,
};

}  // namespace sfn::rules::json::definition_too_large
