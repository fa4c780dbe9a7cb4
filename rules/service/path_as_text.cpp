// Issue 12, part 4: `"Command": "States.Array(...)"` is one fault, not a wrong type and a missing `.$`.
#include <fmt/core.h>

#include "lint/asl/expression_text.h"
#include "lint/asl/recognise.h"
#include "rules/service/shared/types.h"
#include "schemas/call/parameters.h"

namespace sfn::rules::service::path_as_text {

using namespace schemas;

namespace {

// A parameter that can never take the text that stands there.
bool takes_no_text(Value value, schemas::Shape shape) {
  using schemas::Type;
  const Type type = shape.type();
  return type != Type::absent && type != Type::document && type != Type::string && !fits(value, shape);
}

class Check : public Visitor {
 public:
  Check(const Call& call, Report& report) : call_(call), report_(report) {}

  void value(Value value, schemas::Shape shape) override {
    const auto text = value.literal();
    if (!text || value == call_.parameters || !value.parent().is_object()) return;
    if (!asl::looks_evaluated(*text) || !takes_no_text(value, shape)) return;
    const std::string key = fmt::format("{}.$", value.name());
    Diagnostic& found = report_.add(
        value.place(),
        fmt::format("`{}` is sent as text, and `{}` takes {}; to send what it names, the key must be "
                    "`{}`",
                    *text, path_of(value, call_.parameters), describe(shape), key));
    if (!value.parent().has(key)) found.offer(fmt::format("rename to `{}`", key), rename_key(value, key));
  }

 private:
  const Call& call_;
  Report& report_;
};

void check(const asl::State& state, Report& report) {
  if (const auto call = find_call(state)) {
    Check visitor(*call, report);
    visit(*call, visitor);
  }
}

constexpr Example examples[] = {
    {"a command that a function makes",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Command": «"States.Array('run', $.id)"»}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "States.Array('run', $.id)"}]}}, "End": true})json"},
    {"subnets and a number of the input",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": «"$.subnets"»}}, "Overrides": {"ContainerOverrides":
  [{"Name": "app", "Memory": «"$.memory"»}]}}, "End": true})json",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets.$": "$.subnets"}}, "Overrides": {"ContainerOverrides":
  [{"Name": "app", "Memory.$": "$.memory"}]}}, "End": true})json"},
    {"text where text belongs",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "$.definition"},
 "End": true})json"},
    {"other text",
     R"json({"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "web",
 "Overrides": {"ContainerOverrides": [{"Name": "app", "Command": "run"}]}}, "End": true})json"},
};

}  // namespace

extern const Rule rule{
    .id = "service/path-as-text",
    .severity = Severity::error,
    .summary = "a parameter that takes no text gets the text of a path or a call, for lack of `.$`",
    .why =
        "Without the suffix `.$` the text itself is sent. Step Functions refuses the definition when it is "
        "deployed, or the state fails when it runs, with States.Runtime: `The value for the field 'Command' "
        "must "
        "be an ARRAY`.",
    .see = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html",
    .examples = examples,
    .about = {.languages = asl::QueryLanguage::jsonpath},
    .state = check,
};

}  // namespace sfn::rules::service::path_as_text
