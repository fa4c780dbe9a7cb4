#include "schemas/call/parameters.h"

#include <doctest/doctest.h>

#include "lint/asl/trial.h"

using namespace sfn;
using namespace sfn::schemas;

namespace {

constexpr const char* two_tasks = R"({"StartAt": "A", "States": {
  "A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "B",
        "Parameters": {"QueueUrl": "q", "MessageBody.$": "$.a", "Nonsense": 1}},
  "B": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, "Parameters": {"TopicArn": "t"}}}})";

class Names : public Visitor {
 public:
  void member(const asl::Parameter& parameter, Member) override { add(parameter); }
  void unknown(const asl::Parameter& parameter, Shape) override { add(parameter); }
  std::string text;

 private:
  void add(const asl::Parameter& parameter) { text += std::string(parameter.name) + " "; }
};

std::string names(const Call& call) {
  Names visitor;
  visit(call, visitor);
  return visitor.text;
}

}  // namespace

TEST_SUITE("schemas/call/parameters") {
  TEST_CASE("all visitors of one call share one walk") {
    const asl::Trial trial(two_tasks);
    const Call& call = *find_call(trial.state("A"));
    CHECK(steps_of(call) == steps_of(call));
    CHECK(names(call) == "QueueUrl MessageBody Nonsense ");
  }

  TEST_CASE("a walk stays while it is looked at, whatever call is asked for meanwhile") {
    const asl::Trial trial(two_tasks);
    const Call &first = *find_call(trial.state("A")), &second = *find_call(trial.state("B"));
    const auto steps = steps_of(first);
    const size_t count = steps->size();
    CHECK(names(second) == "TopicArn ");
    CHECK(steps->size() == count);
    CHECK(names(first) == "QueueUrl MessageBody Nonsense ");
  }
}
