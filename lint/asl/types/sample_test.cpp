#include "lint/asl/types/sample.h"

#include <doctest/doctest.h>

#include <ctime>
#include <string>
#include <vector>

#include "lint/asl/trial.h"

using namespace sfn;
using namespace sfn::asl;
using namespace sfn::asl::types;

namespace {

using Texts = std::vector<std::string>;

// The stretches of expressions that lead nowhere, in the order of the walk.
Texts missing(const std::string& states, std::string input) {
  const Trial trial(R"({"StartAt": "A", "States": {)" + states + "}}");
  const Source source("input", std::move(input));
  const json::Parsed parsed = json::parse(source, 1);
  REQUIRE(parsed.document);
  const SampleRun run(*trial.machine, nullptr, *parsed.document);
  Texts texts;
  for (const Missing& one : run.missing()) texts.emplace_back(trial.bytes(one.expression->at(one.span)));
  return texts;
}

// A state `A` with these fields, and `B` behind it that reads a path.
std::string then_read(const std::string& fields, const std::string& path) {
  return R"("A": {)" + fields + R"(, "Next": "B"}, "B": {"Type": "Pass", "InputPath": ")" + path +
         R"(", "End": true})";
}

const std::string task = R"("Type": "Task", "Resource": "arn:aws:states:::ecs:runTask")";

}  // namespace

TEST_SUITE("asl/types/sample") {
  TEST_CASE("input and output processing of a Pass state") {
    const std::string input = R"({"a": {"b": 1}, "c": 2})";
    const auto reads = [&](const std::string& fields, const std::string& path) {
      return missing(then_read(R"("Type": "Pass")" + fields, path), input);
    };
    CHECK(reads("", "$.a.b") == Texts{});
    CHECK(reads("", "$.a.x.y") == Texts{"$.a.x"});
    CHECK(reads(R"(, "InputPath": "$.a")", "$.b") == Texts{});
    CHECK(reads(R"(, "InputPath": "$.a")", "$.c") == Texts{"$.c"});
    CHECK(reads(R"(, "InputPath": null)", "$.c") == Texts{"$.c"});
    CHECK(reads(R"(, "OutputPath": "$.a")", "$.b") == Texts{});
    CHECK(reads(R"(, "OutputPath": null)", "$.a") == Texts{"$.a"});
    CHECK(reads(R"(, "Result": {"r": 1})", "$.r") == Texts{});
    CHECK(reads(R"(, "Result": {"r": 1})", "$.a") == Texts{"$.a"});
    CHECK(reads(R"(, "Result": {"r.$": "$.x"}, "ResultPath": "$.z")", "$.z['r.$']") == Texts{});
    CHECK(reads(R"(, "Result": {"r": 1}, "ResultPath": "$.a")", "$.a.b") == Texts{"$.a.b"});
    CHECK(reads(R"(, "Result": {"r": 1}, "ResultPath": null)", "$.a.b") == Texts{});
    CHECK(reads(R"(, "InputPath": "$.a", "ResultPath": "$.kept")", "$.kept.b") == Texts{});
    CHECK(reads(R"(, "InputPath": "$.a", "ResultPath": "$.kept")", "$.c") == Texts{});
    CHECK(reads(R"(, "Result": 1, "ResultPath": "$.a[0]")", "$.a[5]") == Texts{});
    CHECK(reads(R"(, "Parameters": {"p": {"q.$": "$.a.b", "l": [{"m.$": "$.c"}, "$.x"]}})", "$.p.l[0].m") ==
          Texts{});
    CHECK(reads(R"(, "Parameters": {"p": {"q.$": "$.a.b"}})", "$.p.r") == Texts{"$.p.r"});
    CHECK(reads(R"(, "Parameters": {"p.$": "$$.Execution.Input.x"})", "$") == Texts{"$$.Execution.Input.x"});
    CHECK(reads(R"(, "Parameters": {"p": "${P}", ${more}})", "$.q") == Texts{});
  }

  TEST_CASE("results of services are not known, what is made of them is") {
    const std::string input = R"({"id": 1})";
    CHECK(missing(then_read(task, "$.x"), input) == Texts{});
    CHECK(missing(then_read(task + R"(, "ResultPath": "$.r")", "$.r.x"), input) == Texts{});
    CHECK(missing(then_read(task + R"(, "ResultPath": "$.r")", "$.x"), input) == Texts{"$.x"});
    CHECK(missing(then_read(task + R"(, "ResultPath": null)", "$.x"), input) == Texts{"$.x"});
    CHECK(missing(then_read(task + R"(, "ResultSelector": {"arn.$": "$.TaskArn"})", "$.arn.x"), input) ==
          Texts{});
    CHECK(missing(then_read(task + R"(, "ResultSelector": {"arn.$": "$.TaskArn"})", "$.x"), input) ==
          Texts{"$.x"});
    CHECK(missing(then_read(task + R"(, "TimeoutSecondsPath": "$.t")", "$.x"), input) == Texts{"$.t"});
  }

  TEST_CASE("what is behind a failing state is not reached") {
    CHECK(missing(then_read(R"("Type": "Pass", "InputPath": "$.x")", "$.y"), "{}") == Texts{"$.x"});
  }

  TEST_CASE("a path is missed where it is missing on every way") {
    const std::string choice =
        R"("A": {"Type": "Choice", "Choices": [{"Variable": "$$.State.Name", "StringMatches": "a*", "Next": "B"}], "Default": "C"},
           "B": {"Type": "Pass", "Result": {"b": 1}, "Next": "D"}, "C": {"Type": "Pass", "Result": {"c": 1}, "Next": "D"},)";
    const auto reads = [&](const std::string& path) {
      return missing(choice + R"("D": {"Type": "Pass", "InputPath": ")" + path + R"(", "End": true})", "{}");
    };
    CHECK(reads("$.b") == Texts{});
    CHECK(reads("$.c") == Texts{});
    CHECK(reads("$.c.x") == Texts{"$.c.x"});
    CHECK(reads("$.d") == Texts{"$.d"});
  }

  TEST_CASE("a Choice guards what it does not surely lead to") {
    const auto chosen = [](const std::string& rule, std::string input) {
      return missing(R"("A": {"Type": "Choice", "Choices": [)" + rule +
                         R"(], "Default": "C"}, "B": {"Type": "Pass", "InputPath": "$.b", "End": true},
                            "C": {"Type": "Pass", "InputPath": "$.c", "End": true})",
                     std::move(input));
    };
    CHECK(chosen(R"({"Variable": "$.x", "IsPresent": true, "Next": "B"})", R"({"x": 1})") == Texts{"$.b"});
    CHECK(chosen(R"({"Variable": "$.x", "IsPresent": true, "Next": "B"})", "{}") == Texts{"$.c"});
    CHECK(chosen(R"({"Not": {"Variable": "$.x", "IsPresent": true}, "Next": "B"})", "{}") == Texts{"$.b"});
    CHECK(chosen(R"({"Variable": "$.x", "StringEquals": "a", "Next": "B"})", R"({"x": "a"})") ==
          Texts{"$.b"});
    CHECK(chosen(R"({"Variable": "$.x", "StringEquals": "a", "Next": "B"})", R"({"x": "b"})") ==
          Texts{"$.c"});
    CHECK(chosen(R"({"Variable": "$.x", "StringEquals": "1", "Next": "B"})", R"({"x": 1})") == Texts{"$.c"});
    CHECK(chosen(R"({"Variable": "$.x", "NumericGreaterThan": 4, "Next": "B"})", R"({"x": 5.0})") ==
          Texts{"$.b"});
    CHECK(chosen(R"({"Variable": "$.x", "NumericLessThanEquals": 4, "Next": "B"})", R"({"x": 5})") ==
          Texts{"$.c"});
    CHECK(chosen(R"({"Variable": "$.x", "BooleanEquals": false, "Next": "B"})", R"({"x": false})") ==
          Texts{"$.b"});
    CHECK(chosen(R"({"Variable": "$.x", "IsNull": true, "Next": "B"})", R"({"x": null})") == Texts{"$.b"});
    CHECK(chosen(R"({"Variable": "$.x", "StringEquals": "${X}", "Next": "B"})", R"({"x": "b"})") == Texts{});
    CHECK(chosen(R"({"Variable": "$.x", "StringMatches": "b*", "Next": "B"})", R"({"x": "b"})") == Texts{});
    CHECK(chosen(R"({"Variable": "$v", "IsPresent": true, "Next": "B"})", "{}") == Texts{});
    CHECK(
        chosen(
            R"({"And": [{"Variable": "$.x", "IsPresent": true}, {"Variable": "$.x", "NumericEquals": 1}], "Next": "B"})",
            "{}") == Texts{"$.c"});
    CHECK(
        chosen(
            R"({"Or": [{"Variable": "$.y", "StringMatches": "b*"}, {"Variable": "$.x", "NumericEquals": 1}], "Next": "B"})",
            R"({"x": 1, "y": "b"})") == Texts{"$.b"});
  }

  TEST_CASE("a rule about what is not there fails, where it is surely asked") {
    const auto choice = [](const std::string& rules) {
      return missing(R"("A": {"Type": "Choice", "Choices": [)" + rules +
                         R"(], "Default": "C"}, "B": {"Type": "Succeed"}, "C": {"Type": "Succeed"})",
                     R"({"y": "b"})");
    };
    CHECK(choice(R"({"Variable": "$.x", "StringEquals": "a", "Next": "B"})") == Texts{"$.x"});
    CHECK(choice(R"({"Variable": "$.y", "StringEquals": "a", "Next": "B"},
                    {"Variable": "$.x", "StringEquals": "a", "Next": "B"})") == Texts{"$.x"});
    CHECK(choice(R"({"Variable": "$.y", "StringMatches": "a*", "Next": "B"},
                    {"Variable": "$.x", "StringEquals": "a", "Next": "B"})") == Texts{});
    CHECK(choice(R"({"Variable": "$.y", "StringEquals": "b", "Next": "B"},
                    {"Variable": "$.x", "StringEquals": "a", "Next": "B"})") == Texts{});
  }

  TEST_CASE("loops settle, and a state behind them is still reached") {
    CHECK(missing(R"json("A": {"Type": "Pass", "Result": 0, "ResultPath": "$.n", "Next": "B"},
      "B": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)", "last.$": "$"}, "Next": "C"
  },
      "C": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThan": 9, "Next": "B"}], "Default": "D"},
      "D": {"Type": "Pass", "InputPath": "$.id", "End": true})json",
                  R"({"id": 1})") == Texts{"$.id"});
  }

  TEST_CASE("catchers, branches and iterations") {
    const std::string input = R"({"items": [{"id": 1}, {"id": 2, "x": 3}], "none": [], "k": 1})";
    CHECK(
        missing(
            R"("A": {)" + task +
                R"(, "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "B"}], "End": true},
      "B": {"Type": "Pass", "Parameters": {"a.$": "$.error.Error", "b.$": "$.error.Cause", "c.$": "$.k", "d.$": "$.e"}, "End": true})",
            input) == Texts{"$.e"});
    CHECK(
        missing(
            R"("A": {"Type": "Parallel", "Branches": [{"StartAt": "I", "States": {"I": {"Type": "Pass", "InputPath": "$.q", "End": true}}}], "Next": "B"},
      "B": {"Type": "Pass", "Parameters": {"a.$": "$[0].x", "b.$": "$[1]"}, "End": true})",
            input) == Texts{"$[1]", "$.q"});
    const auto map = [&](const std::string& fields, const std::string& path) {
      return missing(
          R"("A": {"Type": "Map")" + fields +
              R"(, "End": true, "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass", "InputPath": ")" +
              path + R"(", "End": true}}}})",
          input);
    };
    CHECK(map(R"(, "ItemsPath": "$.items")", "$.id") == Texts{});
    CHECK(map(R"(, "ItemsPath": "$.items")", "$.x") == Texts{});
    CHECK(map(R"(, "ItemsPath": "$.items")", "$.y") == Texts{"$.y"});
    CHECK(map(R"(, "ItemsPath": "$.none")", "$.y") == Texts{});
    CHECK(map(R"(, "ItemsPath": "$.list")", "$.y") == Texts{"$.list"});
    CHECK(map(R"(, "ItemsPath": "$.items", "ItemSelector": {"v.$": "$$.Map.Item.Value.id", "k.$": "$.k"})",
              "$.id") == Texts{"$.id"});
    CHECK(map(R"(, "ItemsPath": "$.items", "ItemSelector": {"v.$": "$$.Map.Item.Value.y"})", "$.v") ==
          Texts{"$$.Map.Item.Value.y"});
    CHECK(map(R"(, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject"})", "$.y") == Texts{});
  }

  TEST_CASE("JSONata: plain fields of the input, nothing else") {
    const auto argument = [](const std::string& text) {
      return missing(
          R"("A": {"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish",
        "Arguments": {"Message": "{% )" +
              text + R"( %}"}, "Output": {"o": "{% $states.input.a %}"}, "Next": "B"},
        "B": {"Type": "Pass", "InputPath": "$.p", "End": true})",
          R"({"a": {"b": 1}, "l": [{"c": 1}]})");
    };
    CHECK(argument("$states.input.a.b") == Texts{"$.p"});
    // What is behind a state that fails is followed as if it did not.
    CHECK(argument("$states.input.a.c") == Texts{"$states.input.a.c", "$.p"});
    CHECK(argument("$states.input.x.c") == Texts{"$states.input.x", "$.p"});
    CHECK(argument("($states.input.a.b.c)") == Texts{"$states.input.a.b.c", "$.p"});
    CHECK(argument("$states.context.Execution.Input.x") == Texts{"$states.context.Execution.Input.x", "$.p"});
    CHECK(argument("$states.input.l.c") == Texts{"$.p"});
    CHECK(argument("$states.input.l.d") == Texts{"$states.input.l.d", "$.p"});
    CHECK(argument("$exists($states.input.x)") == Texts{"$.p"});
    CHECK(argument("$states.input.l[0].c") == Texts{"$.p"});
    CHECK(argument("$states.input.l[1]") == Texts{"$states.input.l[1]", "$.p"});
    CHECK(argument("$states.input.x[0]") == Texts{"$states.input.x", "$.p"});
    CHECK(argument("$x.y") == Texts{"$.p"});
  }

  TEST_CASE("malformed machines and odd inputs") {
    CHECK(missing(R"("A": {"Type": "Pass", "Next": "Gone"})", "5") == Texts{});
    CHECK(missing(R"("A": {"Type": "Pass", "InputPath": "$.a", "Next": "A"})", "[]") == Texts{"$.a"});
    CHECK(missing(R"("A": {"Type": "Choice", "Choices": 5}, "B": 5)", "null") == Texts{});
    CHECK(missing(R"("B": {"Type": "Pass", "InputPath": "$.a", "End": true})", "{}") == Texts{});
  }

  TEST_CASE("thousands of states, each of which adds to the data or wraps it") {
    std::string adds, wraps, input = R"({"first": 0)";
    const int count = 10'000;
    for (int i = 0; i < count; ++i) {
      const std::string head =
          (i ? ",\"" : "\"") + (i ? "S" + std::to_string(i) : std::string("A")) + "\": {";
      const std::string end =
          i + 1 < count ? R"(, "Next": "S)" + std::to_string(i + 1) + "\"}" : R"(, "End": true})";
      adds += head + R"("Type": "Pass", "Result": 1, "ResultPath": "$.k)" + std::to_string(i) + "\"" + end;
      wraps += head + R"("Type": "Pass", "Parameters": {"a.$": "$", "b.$": "$"})" + end;
      input += R"(, "m)" + std::to_string(i) + R"(": "text")";
    }
    std::string ways = R"("A": {"Type": "Choice", "Default": "J", "Choices": [)";
    std::string joined = R"("J": {"Type": "Pass", "InputPath": "$.r.x", "End": true})";
    for (int i = 0; i < count; ++i) {
      const std::string name = "\"S" + std::to_string(i) + "\"";
      ways += (i ? ", " : "") + std::string(R"({"Variable": "$.m0", "StringMatches": "x*", "Next": )") +
              name + "}";
      joined += ", " + name + R"(: {"Type": "Pass", "Result": )" + std::to_string(i) +
                R"(, "ResultPath": "$.r", "Next": "J"})";
    }
    const std::clock_t begin = std::clock();  // of the processor: others may use it too
    CHECK(missing(adds, input + "}") == Texts{});
    CHECK(missing(wraps, input + "}") == Texts{});
    CHECK(missing(ways + "]}, " + joined, input + "}") == Texts{"$.r.x"});
    CHECK(missing(ways + "]}, " + joined, R"({"m0": "text"})") == Texts{"$.r.x"});
    CHECK(std::clock() - begin < 20 * CLOCKS_PER_SEC);
  }
}
