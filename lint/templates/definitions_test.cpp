#include "lint/templates/definitions.h"

#include <doctest/doctest.h>

#include "lint/diagnostic.h"
#include "lint/json/pointer.h"
#include "lint/read.h"

namespace sfn::templates {
namespace {

/// A template, what was read of it, and its bytes at places of the definitions.
struct Template {
  explicit Template(std::string text, Form form = Form::json)
      : source("template", std::move(text)), reading(read(source, 0, form)) {}

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
  std::string bytes(Span span) const {
    return std::string(source.text().substr(span.begin, span.end - span.begin));
  }
  std::string bytes(Place place) const { return bytes(definition().document->span(place)); }
  /// The template after a fix; "declined" where it cannot be made.
  std::string after(Change change) const {
    const auto edits = definition().document->render({"", Safety::safe, {std::move(change)}});
    return edits ? applied(source.text(), *edits) : "declined";
  }

  Source source;
  Reading reading;
};

std::string with_definition(std::string_view property) {
  return R"({"Resources":{"M":{"Type":"AWS::StepFunctions::StateMachine","Properties":{)" +
         std::string(property) + "}}}}";
}

const std::string escaped = with_definition(
    R"("DefinitionString":"{\"StartAt\":\"A\",\n \"States\":{\"A\":{\"Type\":\"Pass\",\"Comment\":\"\\u00e9\\n\\\"x\\\" \u00e9 \\\\\",\"End\":true}}}")");

const std::string joined = with_definition(
    R"("DefinitionString":{"Fn::Join":["",["{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:",{"Ref":"AWS::Partition"},":states:::ecs:runTask.sync\",\"TimeoutSeconds\":",{"Fn::GetAtt":["F","Seconds"]},",\"Parameters\":{\"cluster\":\"",{"Ref":"C"},"\"},\"End\":true}}}"]]})");

TEST_SUITE("templates/definitions") {
  TEST_CASE("an escaped definition: its name, type and text") {
    const Template read(escaped);
    CHECK(read.definition().resource == "M");
    CHECK(read.definition().pointer == "/Resources/M/Properties/DefinitionString");
    CHECK(read.definition().type == asl::MachineType::standard);
    CHECK(read.value("/States/A/Comment").text() == "\u00e9\n\"x\" \u00e9 \\");
  }

  TEST_CASE("places through two layers of escapes") {
    const Template read(escaped);
    const Value state = read.value("/States/A"), comment = read.value("/States/A/Comment");
    CHECK(read.bytes(state.key()) == R"(\"A\")");
    CHECK(read.bytes(state["End"].place()) == "true");
    CHECK(read.bytes(comment.place()) == R"(\"\\u00e9\\n\\\"x\\\" \u00e9 \\\\\")");
    CHECK(read.bytes(comment.stretch(0, 2)) == R"(\\u00e9)");
    CHECK(read.bytes(comment.stretch(2, 3)) == R"(\\n)");
    CHECK(read.bytes(comment.stretch(3, 4)) == R"(\\\")");
    CHECK(read.bytes(comment.stretch(4, 5)) == "x");
    CHECK(read.bytes(comment.stretch(7, 9)) == R"(\u00e9)");
    CHECK(read.bytes(comment.stretch(10, 11)) == R"(\\\\)");
    CHECK(read.bytes(comment.stretch(4, 4)).empty());
  }

  TEST_CASE("changes are escaped as the template is") {
    const Template read(escaped);
    const Value state = read.value("/States/A");
    CHECK(Template(read.after(rename_key(state, "B \"1\""))).value("/States/B \"1\"/Type").text() == "Pass");
    CHECK(read.after(rename_key(state["Type"], "T\n")).find(R"(\"T\\n\":\"Pass\")") != std::string::npos);
    CHECK(Template(read.after(remove(state["Comment"]))).value("/States/A").child_count() == 2);
    CHECK(Template(read.after(insert_member(state, "N", "[1, \"\\\"\"]"))).value("/States/A/N/1").text() ==
          "\"");
    CHECK(read.after(replace_text(state["Comment"].stretch(4, 5), "y\\")).find(R"(\\\"y\\\\\\\" \u00e9)") !=
          std::string::npos);
    CHECK(read.after(wrap(state["End"])).find(R"(\"End\":[true])") != std::string::npos);
  }

  TEST_CASE("a definition in pieces") {
    const Template read(joined);
    const Value task = read.value("/States/A");
    CHECK(task["Resource"].text() == "arn:${AWS::Partition}:states:::ecs:runTask.sync");
    CHECK(task["Resource"].templated());
    CHECK(task["TimeoutSeconds"].is_opaque());
    CHECK(task["TimeoutSeconds"].text() == "${F.Seconds}");
    CHECK(read.bytes(task["TimeoutSeconds"].place()) == R"({"Fn::GetAtt":["F","Seconds"]})");
    CHECK(read.bytes(task["Resource"].stretch(4, 21)) == R"({"Ref":"AWS::Partition"})");
    CHECK(read.bytes(task["Resource"].stretch(35, 42)) == "runTask");
    CHECK(read.bytes(task["Resource"].stretch(0, 27)) == R"(arn:",{"Ref":"AWS::Partition"},":state)");
    CHECK(read.bytes(task["Parameters"]["cluster"].key()) == R"(\"cluster\")");
  }

  TEST_CASE("changes inside one piece, and none over two") {
    const Template read(joined);
    const Value task = read.value("/States/A");
    const Template renamed(read.after(rename_key(task["Parameters"]["cluster"], "Cluster")));
    CHECK(renamed.value("/States/A/Parameters/Cluster").text() == "${C}");
    CHECK(read.after(set_value(task["Resource"], "\"x\"")) == "declined");
    CHECK(read.after(set_value(task["TimeoutSeconds"], "5")) == "declined");
    CHECK(read.after(remove(task["TimeoutSeconds"])) == "declined");
    CHECK(Template(read.after(insert_member(task, "HeartbeatSeconds", "5")))
              .value("/States/A/HeartbeatSeconds")
              .text() == "5");
  }

  TEST_CASE("a delimiter stands for the list") {
    const Template read(with_definition(
        R"("DefinitionString":{"Fn::Join":["\n",["{\"StartAt\":\"A\",","\"States\":{}}"]]})"));
    CHECK(read.bytes(read.value("/StartAt").place()) == R"(\"A\")");
    CHECK(read.bytes(read.value("/States").key()) == R"(\"States\")");
    CHECK(read.bytes(read.value("").place()) == R"({\"StartAt\":\"A\",","\"States\":{}})");
  }

  TEST_CASE("Fn::Sub in both forms") {
    const std::string text = R"("{\"StartAt\":\"${S}\",\"States\":{}}")";
    for (const std::string& sub : {text, "[" + text + R"(,{"S":"A"}])"}) {
      const Template read(with_definition(R"("DefinitionString":{"Fn::Sub":)" + sub + "}"));
      CHECK(read.value("/StartAt").is_opaque());
      CHECK(read.bytes(read.value("/StartAt").place()) == R"(\"${S}\")");
      CHECK_FALSE(read.definition().origin->substituted);
    }
  }

  TEST_CASE("what is not JSON is a fault in the template") {
    const Template read(with_definition(R"("DefinitionString":"{\"StartAt\":\"A\",\"States\":{},}")"));
    REQUIRE(read.definition().fault);
    const json::Fault& fault = *read.definition().fault;
    CHECK(fault.kind == json::Fault::Kind::trailing_comma);
    CHECK(read.bytes(fault.span) == ",");
    REQUIRE(fault.repairs.size() == 1);
    CHECK(fault.repairs[0].span == fault.span);
  }

  TEST_CASE("repairs are escaped as the template is") {
    const Template read(with_definition(R"("DefinitionString":"{\"StartAt\":'A',\"States\":{}}")"));
    REQUIRE(read.definition().fault);
    REQUIRE(read.definition().fault->repairs.size() == 1);
    CHECK(read.definition().fault->repairs[0].text == R"(\"A\")");
    CHECK(read.bytes(read.definition().fault->repairs[0].span) == "'A'");
  }

  TEST_CASE("an object, with calls of functions in it") {
    const Template read(with_definition(
        R"("Definition":{"StartAt":"A","States":{"A":{"Type":"Task","TimeoutSeconds":{"Ref":"T"},
           "Resource":{"Fn::Sub":"arn:${AWS::Partition}:states:::\u0065cs:runTask"},
           "Parameters":{"Cluster":{"Fn::Join":[":",["arn",{"Ref":"P"},"x"]]},"n":{"Fn::Sub":"plain"}}, "End":true}}})"));
    const Value task = read.value("/States/A");
    CHECK(read.definition().pointer == "/Resources/M/Properties/Definition");
    CHECK(task["TimeoutSeconds"].is_opaque());
    CHECK(task["TimeoutSeconds"].text() == "${T}");
    CHECK(read.bytes(task["TimeoutSeconds"].key()) == R"("TimeoutSeconds")");
    CHECK(task["Resource"].templated());
    CHECK(read.bytes(task["Resource"].place()) ==
          R"({"Fn::Sub":"arn:${AWS::Partition}:states:::\u0065cs:runTask"})");
    CHECK(read.bytes(task["Resource"].stretch(31, 34)) == R"(\u0065cs)");
    CHECK(task["Parameters"]["Cluster"].text() == "arn:${P}:x");
    CHECK(read.bytes(task["Parameters"]["Cluster"].stretch(4, 8)) == R"({"Ref":"P"})");
    CHECK(task["Parameters"]["n"].literal() == "plain");
    CHECK(task["End"].boolean() == true);
    CHECK(task.child_count() == 5);
  }

  TEST_CASE("changes of an object are changes of the template") {
    const Template read(with_definition(
        R"("Definition":{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"Fn::Sub":"${X} y"}}}})"));
    const Value state = read.value("/States/A");
    CHECK(Template(read.after(insert_member(state, "End", "true"))).value("/States/A/End").boolean() == true);
    CHECK(read.after(rename_key(state["Result"], "R")).find(R"("R":{"Fn::Sub":"${X} y"})") !=
          std::string::npos);
    CHECK(read.after(set_value(state["Result"], "1")) == "declined");
    CHECK(read.after(replace_text(state["Result"].stretch(5, 6), "z")) == "declined");
    CHECK(read.after(replace_text(state["Type"].stretch(0, 4), "Wait")).find(R"("Type":"Wait")") !=
          std::string::npos);
  }

  TEST_CASE("a call among members makes the object open") {
    const Template read(with_definition(
        R"("Definition":{"StartAt":"A","States":{"Fn::Transform":{"Name":"x"},"A":{"Type":"Pass","End":true}}})"));
    CHECK(read.value("/States").open());
    CHECK(read.value("/States/A/Type").text() == "Pass");
  }

  TEST_CASE("types, names and definitions that are elsewhere") {
    const Template read(R"({"Resources":{
      "A":{"Type":"AWS::Serverless::StateMachine","Metadata":{"aws:cdk:path":"Stack/Flow/Resource"},
           "Properties":{"Type":"EXPRESS","DefinitionUri":"flow.asl.json"}},
      "B":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"StateMachineType":{"Ref":"T"},
           "DefinitionS3Location":{"Bucket":"b","Key":"k"}}},
      "C":{"Type":"AWS::Serverless::StateMachine","Properties":{"DefinitionUri":"s3://b/k"}},
      "D":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"DefinitionString":{"Ref":"P"}}},
      "E":{"Type":"AWS::Lambda::Function"}}})");
    REQUIRE(read.reading.definitions.size() == 4);
    CHECK(read.definition(0).resource == "Stack/Flow");
    CHECK(read.definition(0).type == asl::MachineType::express);
    CHECK(read.definition(0).origin->file() == "flow.asl.json");
    CHECK(read.definition(1).type == asl::MachineType::unknown);
    for (size_t i = 1; i < 4; ++i) {
      CAPTURE(i);
      CHECK(read.definition(i).origin->written == Written::elsewhere);
      CHECK(read.definition(i).origin->file().empty());
      CHECK_FALSE(read.definition(i).document);
      CHECK_FALSE(read.definition(i).fault);
    }
  }

  TEST_CASE("state machines of a loop") {
    const Template read(R"({"Resources":{"Fn::ForEach::Flows":["Name",["a","b"],{"Flow${Name}":
      {"Type":"AWS::StepFunctions::StateMachine","Properties":{"Definition":{"StartAt":"A"}}}}]}})");
    CHECK(read.reading.definitions.size() == 1);
    CHECK(read.definition().resource == "Flow${Name}");
    CHECK(read.value("/StartAt").text() == "A");
  }

  TEST_CASE("a delimiter that would make a text of any size is none") {
    const Template read(with_definition(R"("DefinitionString":{"Fn::Join":[")" + std::string(100, '-') +
                                        R"(",["{}","{}"]]})"));
    CHECK(read.definition().origin->written == Written::elsewhere);
  }

  TEST_CASE("Terraform plans and descriptions") {
    const Template plan(R"({"format_version":"1.0","planned_values":{"root_module":{"resources":[
      {"address":"aws_s3_bucket.b","type":"aws_s3_bucket","values":{}}],"child_modules":[{"resources":[
      {"address":"module.a.aws_sfn_state_machine.m[0]","mode":"managed","type":"aws_sfn_state_machine","values":
       {"definition":"{\"StartAt\":\"A\",\"States\":{}}","type":"EXPRESS"}}]}]}}})");
    CHECK(plan.reading.definitions.size() == 1);
    CHECK(plan.definition().resource == "module.a.aws_sfn_state_machine.m[0]");
    CHECK(plan.definition().pointer ==
          "/planned_values/root_module/child_modules/0/resources/0/values/definition");
    CHECK(plan.definition().type == asl::MachineType::express);
    CHECK(plan.bytes(plan.value("/StartAt").place()) == R"(\"A\")");
    const Template described(
        R"({"stateMachineArn":"arn:x","name":"m","type":"STANDARD","definition":"{\"StartAt\":\"A\"}"})");
    CHECK(described.definition().resource == "m");
    CHECK(described.value("/StartAt").text() == "A");
  }

  TEST_CASE("a definition stays what it is, and so does what is none") {
    CHECK(Template(R"({"StartAt":"A","States":{}})").definition().resource.empty());
    CHECK(Template(R"({"Resources":{}})").definition().document->root().has("Resources"));
  }
}

}  // namespace
}  // namespace sfn::templates
