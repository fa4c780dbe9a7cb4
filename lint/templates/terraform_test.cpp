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
    CHECK(found[0].resource == "shared_definition");
    CHECK(found[0].type == asl::MachineType::unknown);
    CHECK(found[1].resource == "aws_sfn_state_machine.orders");
    CHECK(found[1].type == asl::MachineType::express);
    CHECK(found[2].resource == "aws_sfn_state_machine.other");
    CHECK(found[2].type == asl::MachineType::unknown);
    CHECK(found[2].origin->written == Written::elsewhere);
    CHECK(found[3].type == asl::MachineType::standard);
    CHECK(found[3].origin->file() == "flow.asl.json");
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

  TEST_CASE("a configuration without definitions is a document that is none") {
    const Source source("main.tf", "resource \"a\" \"b\" {\n  x = <<EOF\n");
    const auto found = terraform_definitions(source, 0);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].document);
    CHECK(found[0].document->root().is_object());
    CHECK_FALSE(found[0].origin);
  }
}

}  // namespace
}  // namespace sfn::templates
