#include "rules/path/shared/carried.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/json/parse.h"

using namespace sfn;
using rules::path::Carried;
using rules::path::Names;

namespace {

// What the state `Read` gets in a machine of these states, which starts at `A`: its names, in the order of
// the alphabet, behind the state that replaced the input; "anything", or "unreached".
std::string into_read(const std::string& states) {
  const Source source("test",
                      R"({"StartAt": "A", "States": {)" + states + R"(, "Read": {"Type": "Succeed"}}})");
  const json::Parsed parsed = json::parse(source, 0);
  REQUIRE(parsed.document);
  const asl::Surroundings surroundings;
  const asl::Machine machine(*parsed.document, surroundings);
  const auto names = Carried(machine.root_scope()).into(*machine.root_scope().find("Read"));
  if (!names) return "unreached";
  if (names->anything) return "anything";
  std::string text = names->replaced_by ? std::string(names->replaced_by->name) + ":" : ":";
  for (const std::string_view name : names->names) text += " " + std::string(name);
  return text;
}

const std::string task =
    R"("Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {},)";

}  // namespace

TEST_SUITE("rules/path/shared/carried") {
  TEST_CASE("what a Pass state puts out") {
    CHECK(into_read(R"("A": {"Type": "Pass", "Next": "Read"})") == "anything");
    CHECK(into_read(R"("A": {"Type": "Pass", "Result": {"b": 1, "a": 2}, "Next": "Read"})") == "A: a b");
    CHECK(into_read(R"("A": {"Type": "Pass", "Parameters": {"a.$": "$.x"}, "Next": "Read"})") == "A: a");
    CHECK(into_read(R"("A": {"Type": "Pass", "Parameters": ${p}, "Next": "Read"})") == "anything");
    CHECK(into_read(R"("A": {"Type": "Pass", "Parameters": {"a": 1}, "ResultPath": null, "Next": "Read"})") ==
          "anything");
  }

  TEST_CASE("what a Task puts out is known for some integrations, unless it is selected") {
    CHECK(into_read(R"("A": {)" + task + R"("ResultSelector": {"id.$": "$.MessageId"}, "Next": "Read"})") ==
          "A: id");
    CHECK(into_read(R"("A": {)" + task + R"("Next": "Read"})").starts_with("A: "));
    CHECK(into_read(R"("A": {)" + task + R"("OutputPath": "$.x", "Next": "Read"})") == "anything");
    CHECK(into_read(R"("A": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
                        "Next": "Read"})") == "anything");
  }

  TEST_CASE("ResultPath adds to what is known") {
    const std::string begin = R"("A": {"Type": "Pass", "Result": {"a": 1}, "Next": "B"},)";
    CHECK(into_read(begin + R"("B": {"Type": "Pass", "ResultPath": "$.b.c", "Next": "Read"})") == "A: a b");
    CHECK(into_read(begin + R"("B": {"Type": "Pass", "ResultPath": "$['b']", "Next": "Read"})") == "A: a b");
    CHECK(into_read(begin + R"("B": {"Type": "Pass", "ResultPath": "${path}", "Next": "Read"})") ==
          "anything");
    CHECK(into_read(begin + R"("B": {"Type": "Pass", "InputPath": "$.a", "Next": "Read"})") == "anything");
  }

  TEST_CASE("ways that meet bring all that either brings") {
    const std::string choice =
        R"("A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsNull": true, "Next": "B"}], "Default": "C"},)";
    const std::string b = R"("B": {"Type": "Pass", "Result": {"b": 1}, "Next": "Read"},)";
    CHECK(into_read(choice + b + R"("C": {"Type": "Pass", "Result": {"c": 1}, "Next": "Read"})") == ": b c");
    CHECK(into_read(choice + b + R"("C": {"Type": "Pass", "Next": "Read"})") == "anything");
  }

  TEST_CASE("a loop comes to an end") {
    CHECK(into_read(R"("A": {"Type": "Pass", "Result": {"a": 1}, "Next": "B"},
        "B": {"Type": "Pass", "ResultPath": "$.b", "Next": "C"},
        "C": {"Type": "Choice", "Choices": [{"Variable": "$.b", "IsNull": true, "Next": "B"}], "Default": "Read"})") ==
          "A: a b");
  }

  TEST_CASE("what a Catcher hands on is not known") {
    CHECK(into_read(R"("A": {)" + task + R"("ResultSelector": {"a": 1}, "End": true,
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Read"}]})") == "anything");
  }

  TEST_CASE("a state that nothing leads to") {
    CHECK(into_read(R"("A": {"Type": "Succeed"})") == "unreached");
  }

  TEST_CASE("an object of very many names is not known") {
    Names names{false};
    for (size_t i = 0; i < Names::most; ++i)
      names.add(std::string_view("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                                 "xxxxxxxxxxxxxxxxxxxxxxxxx")
                    .substr(0, i + 1));
    CHECK_FALSE(names.anything);
    CHECK_FALSE(names.may_have("y"));
    names.add("y");
    CHECK(names.anything);
  }
}
