// What is out of reach is said in one line.
#include <fmt/core.h>

#include "lint/rule.h"
#include "lint/templates/resource.h"

namespace sfn::rules::template_::terraform_expression {

namespace {

void check(const templates::Resource& resource, Report& report) {
  if (resource.written != templates::Written::evaluated) return;
  const std::string_view function = resource.definition.text();
  report.add(
      resource.place(resource.definition.place()),
      fmt::format("`{}` is not checked, because only Terraform can evaluate {}; check the output of "
                  "`terraform show -json` for a plan",
                  resource.name, function.empty() ? "this expression" : fmt::format("`{}` here", function)));
}

constexpr Example examples[] = {
    {.title = "an expression",
     .text = R"(resource "aws_sfn_state_machine" "orders" {
  definition = «replace»(file("${path.module}/flow.asl.json"), "QUEUE", aws_sqs_queue.orders.url)
}
)",
     .file = "main.tf"},
    {.title = "an object",
     .text = R"(resource "aws_sfn_state_machine" "orders" {
  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })
}
)",
     .file = "main.tf"},
    {.title = "a text",
     .text = R"(resource "aws_sfn_state_machine" "orders" {
  definition = <<EOF
{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
EOF
}
)",
     .file = "main.tf"},
};

}  // namespace

extern const Rule rule{
    .id = "template/terraform-expression",
    .severity = Severity::warning,
    .summary = "a definition that only Terraform can evaluate",
    .why =
        "Nothing in the definition is checked. `terraform plan -out=plan` and `terraform show -json plan` "
        "print "
        "it as it will be deployed, and `sfn-lint` reads that.",
    .see = "https://developer.hashicorp.com/terraform/language/functions/jsonencode",
    .examples = examples,
    .resource = check,
};

}  // namespace sfn::rules::template_::terraform_expression
