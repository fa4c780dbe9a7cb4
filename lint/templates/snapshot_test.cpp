#include "lint/templates/snapshot.h"

#include <doctest/doctest.h>

#include "lint/diagnostic.h"
#include "lint/json/pointer.h"
#include "lint/read.h"
#include "lint/templates/resource.h"

namespace sfn::templates {
namespace {

// Jest 29 and later.
constexpr std::string_view new_print = R"js(// Jest Snapshot v1, https://goo.gl/fbAQLP

exports[`a stack 1`] = `
{
  "Resources": {
    "Flow5F3A": {
      "Metadata": {
        "aws:cdk:path": "Stack/Flow/Resource",
      },
      "Properties": {
        "DefinitionString": {
          "Fn::Join": [
            "",
            [
              "{"StartAt":"A","States":{"A":{"Type":"Task","Comment":"a \\"b\\"","Resource":"",
              {
                "Ref": "Arn",
              },
              "","Next":"B"}}}",
            ],
          ],
        },
        "Tags": [],
        "Version": 2,
      },
      "Type": "AWS::StepFunctions::StateMachine",
    },
  },
}
`;

exports[`a number 1`] = `5`;
)js";

// Before Jest 29.
constexpr std::string_view old_print = R"js(exports[`a stack 1`] = `
Object {
  "Resources": Object {
    "Flow": Object {
      "Properties": Object {
        "DefinitionString": "{\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":{\\"Type\\":\\"Pass\\",\\"Comment\\":\\"a \\\\\\"b\\\\\\"\\",\\"Next\\":\\"B\\"}}}",
        "Tags": Array [
          "x",
        ],
      },
      "Type": "AWS::StepFunctions::StateMachine",
    },
  },
}
`;
)js";

struct Read {
  explicit Read(std::string_view text)
      : source("x.snap", std::string(text)), reading(read(source, 0, form_of("x.snap"))) {}
  std::string bytes(Place place) const {
    const Span span = reading.definitions[0].document->span(place);
    return std::string(source.text().substr(span.begin, span.end - span.begin));
  }
  Value state() const { return json::find(*reading.definitions[0].document, "/States/A"); }

  Source source;
  Reading reading;
};

TEST_SUITE("templates/snapshot") {
  TEST_CASE("texts with quotes as they are") {
    const Read read(new_print);
    REQUIRE(read.reading.definitions.size() == 1);
    CHECK(read.reading.definitions[0].resource == "Stack/Flow");
    CHECK(read.reading.definitions[0].origin->generated());
    CHECK(read.state()["Comment"].text() == "a \"b\"");
    CHECK(read.state()["Resource"].is_opaque());
    CHECK(read.bytes(read.state()["Next"].place()) == "\"B\"");
    CHECK(read.bytes(read.state()["Comment"].stretch(2, 5)) == R"(\\"b\\")");
  }

  TEST_CASE("texts with escaped quotes") {
    const Read read(old_print);
    REQUIRE(read.reading.definitions.size() == 1);
    CHECK(read.state()["Comment"].text() == "a \"b\"");
    CHECK(read.bytes(read.state()["Next"].place()) == R"(\\"B\\")");
  }

  TEST_CASE("nothing in them is fixed") {
    const Read read(new_print);
    CHECK_FALSE(read.reading.definitions[0].document->render(
        {"", Safety::safe, {rename_key(read.state()["Next"], "x")}}));
  }

  TEST_CASE("what is no template is left out") {
    for (const char* text :
         {"", "exports[`a 1`] = `", "exports[`a 1`] = `{\n  \"a\": \"b", "exports[`a 1`] = `[]`;"}) {
      const Read read(text);
      REQUIRE(read.reading.definitions.size() == 1);
      CHECK_FALSE(read.reading.definitions[0].origin);
    }
  }
}

}  // namespace
}  // namespace sfn::templates
