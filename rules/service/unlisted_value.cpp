// What service/parameter-value leaves: values that may be newer than the tables.
#include <fmt/core.h>

#include "lint/wording.h"
#include "rules/service/shared/values.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::unlisted_value {

using namespace schemas;

namespace {

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void value(Value value, schemas::Shape shape) override {
    const auto wrong = wrong_choice(value, shape);
    if (!wrong || certainly_wrong(value, *wrong, call_)) return;
    Diagnostic& found = report_.add(
        value.place(), fmt::format("`{}` is not known to take `{}`{}", path_of(value, call_.parameters),
                                   value.text(), wording::did_you_mean(wrong->meant)));
    found.note("it is known to take " + wrong->accepted);
  }

 private:
  const Call& call_;
  Report& report_;
};

constexpr std::string_view yields_to[] = {"jsonata/jsonpath-text", "path/missing-dollar-suffix"};

constexpr Example examples[] = {
    {"a worker that costs more than its neighbour: nothing is offered",
     R"({"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": {"JobName": "load",
 "WorkerType": «"R.1X"»}, "End": true})"},
    {"a value that is near no other",
     R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f",
 "InvocationType": «"Async"»}, "End": true})"},
    {"a file system that ECS may learn to make",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "VolumeConfigurations": [{"Name": "v", "ManagedEBSVolume": {"RoleArn": "arn:aws:iam::111122223333:role/r",
   "FilesystemType": «"btrfs"»}}]}, "End": true})"},
    {"a value that is listed, and one in other letters",
     R"({"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": {"JobName": "load",
 "WorkerType": "G.1X", "ExecutionClass": "flex"}, "End": true})"},
    {"a closed set",
     R"({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "PropagateTags": "CLUSTER"}, "End": true})"},
};

}  // namespace

extern const Rule rule{
    .id = "service/unlisted-value",
    .severity = Severity::warning,
    .summary = "a parameter of an integration has a value that its API model does not list",
    .why =
        "If the service does not take the value, the state fails when it runs. Services learn new values "
        "every month, so check the service's own page where you are sure.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    .examples = examples,
    .yields_to = yields_to,
    .about = {.states = asl::StateType::task},
    .state = on_optimized_parameters<Check>,
};

}  // namespace sfn::rules::service::unlisted_value
