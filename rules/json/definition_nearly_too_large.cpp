// A speaking example is too long to print; see definition_size_test.cpp.
#include <fmt/core.h>

#include "lint/asl/machine.h"
#include "lint/rule.h"
#include "rules/json/shared/size.h"

namespace sfn::rules::json::definition_nearly_too_large {

namespace {

void check(const Document& document, Report& report) {
  const size_t bytes = bytes_of(document);
  if (bytes >= many_bytes && bytes <= most_bytes && asl::Machine::is_definition(document.root()))
    report.add(
        document.root().label(),
        fmt::format("the definition has {} bytes; Step Functions accepts at most {}", bytes, most_bytes));
}

constexpr Example examples[] = {
    {"a small definition", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"},
};

}  // namespace

extern const Rule rule{
    .id = "json/definition-nearly-too-large",
    .severity = Severity::warning,
    .summary = "a definition that has nearly reached the maximum size",
    .why =
        "Step Functions refuses a definition of more than 1,048,576 bytes, and this quota cannot be "
        "raised. The next change may exceed it.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    .examples = examples,
    .document = check,
};

}  // namespace sfn::rules::json::definition_nearly_too_large
