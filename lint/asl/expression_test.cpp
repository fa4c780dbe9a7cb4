#include "lint/asl/expression.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/asl/payload.h"
#include "lint/asl/trial.h"

using namespace sfn;
using namespace sfn::asl;

namespace {

const char* word(ExpressionKind kind) {
  const char* const words[] = {"text", "path", "intrinsic", "other", "jsonata"};
  return words[static_cast<size_t>(kind)];
}

// "InputPath path $.a; ..." for the expressions of a state.
std::string listed(const Trial& trial, std::string_view name) {
  std::string list;
  for (const Expression& expression : trial.machine->expressions(trial.state(name)))
    list += (list.empty() ? "" : "; ") + std::string(expression.field->name) + " " + word(expression.kind) +
            " " + std::string(expression.value.text());
  return list;
}

}  // namespace

TEST_SUITE("asl/expression") {
  TEST_CASE("JSONPath: path fields, and templates at any depth") {
    const Trial trial(
        R"j({"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "r", "Comment": "$.no",
      "InputPath": "$.a", "OutputPath": null, "ResultPath": "nothing",
      "Parameters": {"x.$": "$$.Task.Token", "y": [{"z.$": "States.UUID()"}, "$.t"], "w.$": "word", "v": "${V}"},
      "Credentials": {"RoleArn.$": "$.role"}, "Next": "F"},
      "F": {"Type": "Fail", "CausePath": "States.Format('{}', $.a)"}}})j");
    CHECK(listed(trial, "T") ==
          "InputPath path $.a; ResultPath path nothing; Parameters path $$.Task.Token; Parameters intrinsic "
          "States.UUID(); Parameters text $.t; Parameters other word; RoleArn.$ path $.role");
    CHECK(listed(trial, "F") == "CausePath intrinsic States.Format('{}', $.a)");
  }

  TEST_CASE("JSONata: every string of a field that takes expressions") {
    const Trial trial(R"({"QueryLanguage": "JSONata", "StartAt": "T", "States": {"T": {"Type": "Task",
      "Resource": "r", "Arguments": {"a": "{% $x %}", "b": ["plain"]}, "TimeoutSeconds": "{% 5 %}",
      "InputPath": "$.a", "Catch": [{"ErrorEquals": ["{% no %}"], "Next": "T", "Output": "{% 1 + %}"}], "End": true}}})");
    CHECK(listed(trial, "T") ==
          "Arguments jsonata {% $x %}; Arguments text plain; TimeoutSeconds jsonata {% 5 %}; Output jsonata "
          "{% 1 + %}");
    const auto found = trial.machine->expressions(trial.state("T"));
    CHECK_FALSE(found[0].jsonata()->fault);
    CHECK(found[3].jsonata()->fault);
    CHECK(found[3].construct.is(ConstructKind::catcher));
  }

  TEST_CASE("a field of JSONata in a state of JSONPath: its expressions, and no other text") {
    const Trial trial(R"({"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "r",
      "Arguments": {"a": ["{% $state.input %}"], "b": "$.plain"}, "End": true}}})");
    CHECK(listed(trial, "T") == "Arguments jsonata {% $state.input %}");
  }

  TEST_CASE("places are behind the delimiter and behind escapes") {
    const Trial trial(
        "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"T\", \"States\": {\"T\": {\"Type\": \"Pass\", "
        "\"Output\": \"{%\\u0020\\n$x %}\", \"End\": true}}}");
    const Expression& found = trial.machine->expressions(trial.state("T"))[0];
    CHECK(trial.bytes(found.at(2, 4)) == "$x");
    CHECK(trial.bytes(found.at(0, 2)) == "\\u0020\\n");
  }

  TEST_CASE("a parameter is found with and without its suffix") {
    const Trial trial(R"({"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "r",
      "Parameters": {"A.$": "$.a", "B": "b", "C": "${C}"}, "End": true}}})");
    const State& state = trial.state("T");
    CHECK(parameter(state.arguments(), "A", state.language).dynamic);
    CHECK_FALSE(parameter(state.arguments(), "A", state.language).literal());
    CHECK(parameter(state.arguments(), "B", state.language).literal().text() == "b");
    CHECK(parameter(state.arguments(), "C", state.language).unknown());
    CHECK_FALSE(parameter(state.arguments(), "D", state.language));
  }
}
