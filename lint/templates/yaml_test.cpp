#include <doctest/doctest.h>

#include "lint/diagnostic.h"
#include "lint/json/pointer.h"
#include "lint/read.h"
#include "lint/templates/resource.h"

namespace sfn::templates {
namespace {

struct YamlTemplate {
  explicit YamlTemplate(std::string text)
      : source("template.yaml", std::move(text)), reading(read(source, 0, Form::yaml)) {}

  const Definition& definition(size_t i = 0) const {
    REQUIRE(i < reading.definitions.size());
    return reading.definitions[i];
  }
  Value value(std::string_view pointer) const {
    REQUIRE(definition().document);
    const Value found = json::find(*definition().document, pointer);
    REQUIRE(found);
    return found;
  }
  std::string bytes(Place place) const {
    const Span span = definition().document->span(place);
    return std::string(source.text().substr(span.begin, span.end - span.begin));
  }
  std::string after(Change change) const {
    const auto edits = definition().document->render({"", Safety::safe, {std::move(change)}});
    return edits ? applied(source.text(), *edits) : "declined";
  }

  Source source;
  Reading reading;
};

const std::string sam = R"(AWSTemplateFormatVersion: 2010-09-09
Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      Definition:
        StartAt: Run
        States:
          Run:
            Type: Task  # the only one
            Resource: !Sub "arn:${AWS::Partition}:states:::ecs:runTask"
            TimeoutSeconds: !Ref Timeout
            Parameters:
              cluster: !GetAtt Cluster.Arn
              Group: !Join [":", [a, !Ref B]]
              Other: !If [C, {D: 1}, !Ref "AWS::NoValue"]
            End: true
)";

const std::string block = R"(Resources:
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub
        - |-
          {
            "StartAt": "A",
            "States": {
              "A": {"Type": "Task", "Resource": "${F}", "Coment": "\u00e9 x", "End": true}
            }
          }
        - F: !GetAtt Function.Arn
)";

TEST_SUITE("templates/yaml") {
  TEST_CASE("an object with functions in their short form") {
    const YamlTemplate read(sam);
    CHECK(read.definition().resource == "Orders");
    CHECK(read.definition().type == asl::MachineType::express);
    const Value task = read.value("/States/Run");
    CHECK(task["Resource"].text() == "arn:${AWS::Partition}:states:::ecs:runTask");
    CHECK(read.bytes(task["Resource"].stretch(35, 42)) == "runTask");
    CHECK(task["TimeoutSeconds"].is_opaque());
    CHECK(read.bytes(task["TimeoutSeconds"].place()) == "Timeout");
    CHECK(task["Parameters"]["cluster"].is_opaque());
    CHECK(read.bytes(task["Parameters"]["cluster"].key()) == "cluster");
    CHECK(task["Parameters"]["Group"].text() == "a:${B}");
    CHECK(task["Parameters"]["Other"].is_opaque());
    CHECK(task.child_count() == 5);
    REQUIRE(read.definition().document->comments().size() == 1);
    CHECK(read.definition().document->comments()[0].text == " the only one");
  }

  TEST_CASE("changes of an object") {
    const YamlTemplate read(sam);
    const Value parameters = read.value("/States/Run/Parameters");
    CHECK(read.after(rename_key(parameters["cluster"], "Cluster")).find("Cluster: !GetAtt Cluster.Arn\n") !=
          std::string::npos);
    CHECK(read.after(set_value(parameters["cluster"], "1")) == "declined");
    CHECK(YamlTemplate(read.after(insert_member(parameters, "LaunchType", "\"FARGATE\"")))
              .value("/States/Run/Parameters/LaunchType")
              .text() == "FARGATE");
  }

  TEST_CASE("a block scalar inside Fn::Sub") {
    const YamlTemplate read(block);
    const Value task = read.value("/States/A");
    CHECK(task["Resource"].is_opaque());
    CHECK(read.bytes(task["Resource"].place()) == R"("${F}")");
    CHECK(read.bytes(task["Coment"].key()) == R"("Coment")");
    CHECK(read.bytes(task["Coment"].stretch(0, 2)) == R"(\u00e9)");
    const std::string renamed = read.after(rename_key(task["Coment"], "Comment"));
    CHECK(renamed.find(R"("Comment": "\u00e9 x", "End": true})") != std::string::npos);
    CHECK(YamlTemplate(renamed).value("/States/A/Comment").text() == "\u00e9 x");
  }

  TEST_CASE("lines that a change adds to a block scalar are indented") {
    const YamlTemplate read(block);
    const std::string after = read.after(insert_member(read.value("/States"), "B", "{}"));
    if (after != "declined") CHECK(YamlTemplate(after).value("/States/B").is_object());
  }

  TEST_CASE("quoted, folded and escaped strings") {
    for (const char* written :
         {R"('{"StartAt": "A", "States": {"it''s": {}}}')",
          R"("{\"StartAt\": \"A\",\n \"States\": {\"it's\": {}}}")",
          ">-\n        {\"StartAt\":\n        \"A\", \"States\": {\"it's\":\n        {}}}"}) {
      CAPTURE(written);
      const YamlTemplate read(
          "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n"
          "      DefinitionString: " +
          std::string(written) + "\n");
      const Value state = read.value("/States/it's");
      CHECK(read.bytes(state.place()) == "{}");
      CHECK(read.bytes(state.key_stretch(0, 2)) == "it");
      CHECK(read.bytes(state.key_stretch(3, 4)) == "s");
    }
  }

  TEST_CASE("the Serverless Framework") {
    const YamlTemplate read(R"(service: orders
stepFunctions:
  stateMachines:
    orders:
      type: EXPRESS
      name: orders-${self:provider.stage}
      definition:
        StartAt: A
        States:
          A:
            Type: Task
            Resource:
              Fn::GetAtt: [hello, Arn]
            Comment: "#{AWS::Region}"
            End: true
    other:
      definition: ${file(machines/other.asl.json)}
    part:
      definition: ${file(machines.yml):part}
resources:
  Resources:
    Plain:
      Type: AWS::StepFunctions::StateMachine
      Properties: {DefinitionString: '{"StartAt": "A"}'}
)");
    REQUIRE(read.reading.definitions.size() == 4);
    CHECK(read.definition(0).resource == "Plain");
    CHECK(read.definition(1).resource == "orders");
    CHECK(read.definition(1).pointer == "/stepFunctions/stateMachines/orders/definition");
    CHECK(read.definition(1).type == asl::MachineType::express);
    const Value task = json::find(*read.definition(1).document, "/States/A");
    CHECK(task["Resource"].is_opaque());
    CHECK(task["Comment"].templated());
    CHECK(read.definition(2).origin->file() == "machines/other.asl.json");
    CHECK(read.definition(3).origin->written == Written::elsewhere);
  }

  TEST_CASE("a definition with tags is no template") {
    const YamlTemplate read(
        "StartAt: A\nStates:\n  A:\n    Type: Wait\n    Seconds: !Ref X\n    End: true\n");
    CHECK(read.definition().resource.empty());
    CHECK(read.value("/States/A/Seconds").is_opaque());
  }
}

}  // namespace
}  // namespace sfn::templates
