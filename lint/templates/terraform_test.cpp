#include "lint/templates/terraform.h"

#include <doctest/doctest.h>

#include "lint/diagnostic.h"
#include "lint/json/pointer.h"
#include "lint/templates/resource.h"

namespace sfn::templates {
namespace {

const std::string configuration = R"tf(
locals {
  shared_definition = <<JSON
{"StartAt": "A", "States": {}}
JSON
}

resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  definition = <<-EOF
    {
      "StartAt": "A",
      "States": {"A": {"Type": "Wait", "Seconds": ${jsonencode(var.seconds)}, "Comment": "a\u00e9\n", "End": true}}
    }
  EOF
  type = "EXPRESS"
}

resource "aws_sqs_queue" "q" {
  policy = <<EOF
{"Statement": []}
EOF
}

resource "aws_sfn_state_machine" "other" {
  definition = jsonencode({StartAt = "A"})
  type       = var.type
}

resource "aws_sfn_state_machine" "file" {
  definition = templatefile("${path.module}/flow.asl.json", {
    a = 1
  })
}
)tf";

TEST_SUITE("templates/terraform") {
  TEST_CASE("heredocs, files and expressions") {
    const Source source("main.tf", configuration);
    const auto found = terraform_definitions(source, 0);
    REQUIRE(found.size() == 4);
    CHECK(found[0].resource == "local.shared_definition");
    CHECK(found[0].type == asl::MachineType::unknown);
    CHECK(found[1].resource == "aws_sfn_state_machine.orders");
    CHECK(found[1].type == asl::MachineType::express);
    CHECK(found[2].resource == "aws_sfn_state_machine.other");
    CHECK(found[2].type == asl::MachineType::unknown);
    CHECK(found[2].origin->written == Written::object);
    CHECK(found[2].document->root()["StartAt"].text() == "A");
    CHECK(found[3].type == asl::MachineType::standard);
    CHECK(found[3].origin->file() == "flow.asl.json");
    CHECK(found[3].origin->substitutions.has("a"));
  }

  TEST_CASE("places and changes are those of the configuration") {
    const Source source("main.tf", configuration);
    const auto found = terraform_definitions(source, 0);
    const Document& document = *found.at(1).document;
    const auto bytes = [&](Place place) {
      const Span span = document.span(place);
      return std::string(source.text().substr(span.begin, span.end - span.begin));
    };
    const Value state = json::find(document, "/States/A");
    CHECK(bytes(state["Seconds"].place()) == "${jsonencode(var.seconds)}");
    CHECK(state["Seconds"].is_opaque());
    CHECK(bytes(state["Comment"].stretch(1, 3)) == R"(\u00e9)");
    const auto edits = document.render({"", Safety::safe, {rename_key(state["Comment"], "c\"")}});
    REQUIRE(edits);
    CHECK(applied(source.text(), *edits).find(R"("c\"": "a\u00e9\n", "End")") != std::string::npos);
  }

  TEST_CASE("a definition that is not the value itself") {
    const Source source("main.tf", R"tf(
locals {
  path  = "flows/a.json"
  flow  = { StartAt = "A", States = local.states }
  states = { A = local.part }
  part  = { Type = "Map", Iterator = { StartAt = "B", States = {} } }
}
resource "aws_sfn_state_machine" "local" {
  definition = jsonencode(local.flow)
}
resource "aws_sfn_state_machine" "path" {
  definition = jsonencode(yamldecode(file("${path.module}/${local.path}")))
}
resource "aws_sfn_state_machine" "condition" {
  definition = var.x ? jsonencode({ StartAt = "C", States = {} }) : null
}
resource "aws_sfn_state_machine" "rendered" {
  definition = data.template_file.flow.rendered
}
data "template_file" "flow" {
  template = "${file("old.json")}"
}
resource "aws_sfn_state_machine" "text" {
  definition = <<EOF
{"Comment": "no start"}
EOF
}
resource "aws_sfn_state_machine" "given" {
  definition = var.definition
}
resource "aws_sfn_state_machine" "replaced" {
  definition = replace(jsonencode({ StartAt = "D", States = {} }), "x", "y")
}
module "flow" {
  source = "./flow"
  definition = jsonencode({ StartAt = "E", States = {} })
}
)tf");
    std::string found;
    for (const Definition& one : terraform_definitions(source, 0)) {
      found += one.resource + " ";
      if (one.document) found += one.document->root()["StartAt"].text();
      else if (one.origin->written == Written::evaluated) found += "evaluated";
      else found += one.origin->file();
      found += "\n";
    }
    CHECK(found ==
          "aws_sfn_state_machine.local A\n"
          "aws_sfn_state_machine.path flows/a.json\n"
          "aws_sfn_state_machine.condition C\n"
          "aws_sfn_state_machine.rendered old.json\n"
          "aws_sfn_state_machine.text \n"
          "aws_sfn_state_machine.given \n"
          "aws_sfn_state_machine.replaced evaluated\n"
          "module.flow E\n");
  }

  TEST_CASE("a configuration that Terraform cannot read has a fault") {
    const Source source("main.tf", "resource \"a\" \"b\" {\n  x = <<EOF\n");
    const auto found = terraform_definitions(source, 0);
    REQUIRE(found.size() == 1);
    CHECK(found[0].fault);
  }

  TEST_CASE("a configuration without definitions is a document that is none") {
    const Source source("main.tf", "resource \"a\" \"b\" {\n}\n");
    const auto found = terraform_definitions(source, 0);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].document);
    CHECK(found[0].document->root().is_object());
    CHECK_FALSE(found[0].origin);
  }
}

}  // namespace
}  // namespace sfn::templates
