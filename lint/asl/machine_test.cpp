#include "lint/asl/machine.h"

#include <doctest/doctest.h>

#include "lint/asl/trial.h"

using namespace sfn;
using namespace sfn::asl;

TEST_SUITE("asl/machine") {
  TEST_CASE("scopes and states, outer ones first") {
    const Trial trial(R"({"StartAt": "P", "States": {
      "P": {"Type": "Parallel", "Next": "M", "Branches": [
        {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}},
        {"StartAt": "B", "States": {"B": {"Type": "Fail"}}}]},
      "M": {"Type": "Map", "End": true,
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                          "StartAt": "C", "States": {"C": {"Type": "Pass", "End": true}}}}}})");
    const Machine& machine = *trial.machine;
    REQUIRE(machine.scopes().size() == 4);
    CHECK(machine.scopes()[0].kind == ScopeKind::machine);
    CHECK(machine.scopes()[1].kind == ScopeKind::branch);
    CHECK(machine.scopes()[3].kind == ScopeKind::processor);
    CHECK(machine.scopes()[3].owner == &trial.state("M"));
    CHECK(machine.scopes()[3].distributed());
    CHECK(machine.scopes()[3].express());
    CHECK_FALSE(machine.scopes()[1].express());
    CHECK(trial.state("P").inner.size() == 2);
    CHECK(trial.state("C").scope->parent() == &machine.root_scope());
    CHECK(trial.state("B").terminal);
    CHECK_FALSE(trial.state("P").terminal);
  }

  TEST_CASE("every field that names a state is a transition, found in its own scope alone") {
    const Trial trial(R"({"StartAt": "C", "States": {
      "C": {"Type": "Choice", "Default": "T", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "Gone"}]},
      "T": {"Type": "Task", "Resource": "r", "Next": "${Next}", "Catch": [{"ErrorEquals": ["E"], "Next": "C"}]}}})");
    const auto& choice = trial.state("C").transitions;
    REQUIRE(choice.size() == 2);
    CHECK(choice[0].kind == TransitionKind::rule);
    CHECK(choice[0].to == nullptr);
    CHECK(choice[0].target.text() == "Gone");
    CHECK(choice[1].kind == TransitionKind::fallback);
    CHECK(choice[1].to == &trial.state("T"));
    const auto& task = trial.state("T").transitions;
    REQUIRE(task.size() == 2);
    CHECK(task[0].kind == TransitionKind::next);
    CHECK(task[0].to == nullptr);
    CHECK(task[1].kind == TransitionKind::catcher);
    CHECK(task[1].to == &trial.state("C"));
    CHECK(trial.machine->root_scope().start == &trial.state("C"));
  }

  TEST_CASE("children have the language of the machine, not of the Parallel that holds them") {
    const Trial trial(R"({"StartAt": "P", "States": {"P": {"Type": "Parallel", "QueryLanguage": "JSONata",
      "End": true, "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}]}}})");
    CHECK(trial.state("P").jsonata());
    CHECK_FALSE(trial.state("A").jsonata());
  }

  TEST_CASE("what is malformed is absent") {
    const Trial trial(R"({"StartAt": 5, "States": {"A": "text", "B": {"Type": "task"}, "C": {"Next": 5}}})");
    CHECK_FALSE(trial.machine->root_scope().start_at);
    CHECK(trial.machine->states().size() == 2);
    CHECK(trial.state("B").is(StateType::unknown));
    CHECK(trial.state("C").transitions.empty());
    const Trial none(R"({"States": []})");
    CHECK(none.machine->states().empty());
  }

  TEST_CASE("of doubles the last counts") {
    const Trial trial(R"({"StartAt": "A", "States": {"A": {"Type": "Pass"}, "A": {"Type": "Wait"}}})");
    CHECK(trial.machine->root_scope().start->is(StateType::wait));
  }

  TEST_CASE("a placeholder for members opens a scope") {
    const Trial trial(R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}, ${more}}})");
    CHECK(trial.machine->root_scope().open());
  }
}
