// `sfn-lint input`, and the two directions: the sample that it prints passes the check of the same
// definition.
#include "cli/data/input_command.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/data/input_tree.h"
#include "cli/trial.h"
#include "lint/json/parse.h"
#include "rules/example_case.h"
#include "rules/registry.h"

using namespace sfn;
using namespace sfn::cli;

namespace {

namespace fs = std::filesystem;

const fs::path all_testdata = fs::path(SFN_LINT_ROOT) / "testdata";

bool says(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

class OneDefinition {
 public:
  explicit OneDefinition(std::string_view text)
      : source_("a.asl.json", std::string(text)), parsed_(json::parse(source_, 0)) {}
  bool valid() const { return parsed_.document && asl::Machine::is_definition(parsed_.document->root()); }
  const Document& document() const { return *parsed_.document; }
  std::string sample() const { return input_sample(input_tree(asl::Machine(document(), nothing_))); }
  std::string schema() const { return input_schema(input_tree(asl::Machine(document(), nothing_)), "a"); }

 private:
  Source source_;
  json::Parsed parsed_;
  asl::Surroundings nothing_;
};

// "id: message" of all rules; with that input, if there is one.
std::vector<std::string> found_with(const Document& definition, const Document* input) {
  static const RuleSet rules(rules::all());
  asl::Surroundings surroundings;
  if (input) surroundings.inputs.push_back(input);
  std::vector<std::string> found;
  for (const Diagnostic& one : sfn::check(definition, rules, surroundings))
    if (one.rule->severity != Severity::info) found.push_back(std::string(one.rule->id) + ": " + one.message);
  return found;
}

// What the sample brings up in a definition that has no findings without it.
std::string brought_up(const OneDefinition& definition) {
  if (!found_with(definition.document(), nullptr).empty()) return {};
  const Source source("input.json", definition.sample());
  const json::Parsed sample = json::parse(source, 1);
  REQUIRE(sample.document);
  std::string lines;
  for (const std::string& one : found_with(definition.document(), &*sample.document)) lines += one + "\n";
  return lines;
}

// No input suits an example that reads members of what must be a list.
constexpr std::string_view contradiction = R"({"Name": "web", "Command.$": "$"})";

void check_own_sample(std::string_view text) {
  if (says(text, contradiction)) return;
  const OneDefinition definition(text);
  if (!definition.valid()) return;
  CAPTURE(text);
  CAPTURE(definition.sample());
  CHECK(brought_up(definition) == "");
}

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_SUITE("cli/data/input_command") {
  TEST_CASE("each place that reads tells a kind, and often a value") {
    const OneDefinition definition(R"json({"StartAt": "Run", "States": {
      "Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "ResultPath": "$.run", "Next": "Stage?",
       "TimeoutSecondsPath": "$.limits.timeout", "Parameters": {"LaunchType.$": "$.launch", "TaskDefinition.$": "$.job.task",
       "Overrides": {"ContainerOverrides": [{"Name": "app", "Command.$": "$.job.command", "Cpu.$": "$.job.cpu"}]}}},
      "Stage?": {"Type": "Choice", "Default": "Wait", "Choices": [{"Variable": "$.stage", "StringEquals": "prod", "Next": "Each"}]},
      "Wait": {"Type": "Wait", "TimestampPath": "$.at", "Next": "Each"},
      "Each": {"Type": "Map", "ItemsPath": "$.files", "End": true, "ItemProcessor": {"StartAt": "Copy", "States": {
       "Copy": {"Type": "Pass", "Parameters": {"size.$": "States.MathAdd($.size, 1)", "name.$": "$.name"}, "End": true}}}}}})json");
    CHECK(definition.sample() == R"json({
  "at": "2026-01-01T00:00:00Z",
  "files": [
    {
      "name": "anything",
      "size": 0
    }
  ],
  "job": {
    "command": [
      "text"
    ],
    "cpu": 0,
    "task": "text"
  },
  "launch": "EC2",
  "limits": {
    "timeout": 1
  },
  "stage": "prod"
}
)json");
    const std::string schema = definition.schema();
    CHECK(says(schema,
               "\"command\": {\n          \"type\": \"array\",\n          \"description\": \"read by "
               "`Command.$` of state "
               "`Run`\",\n          \"items\": {\n            \"type\": \"string\"\n          }\n        }"));
    CHECK(says(schema, "\"format\": \"date-time\""));
    // What only one way reads is not required.
    CHECK(says(schema,
               "\"required\": [\n    \"files\",\n    \"job\",\n    \"launch\",\n    \"limits\",\n    "
               "\"stage\"\n  ]\n}"));
  }

  TEST_CASE("JSONata") {
    const OneDefinition definition(
        R"json({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B",
      "Assign": {"job": "{% $states.input.job %}"},
      "Output": {"sum": "{% $states.input.a.b + 1 %}", "up": "{% $uppercase($states.input.name) %}",
       "is": "{% $states.input.kind = 'x' ? 1 : 2 %}"}},
      "B": {"Type": "Wait", "Seconds": "{% $job.delay %}", "End": true}}})json");
    CHECK(definition.sample() ==
          "{\n  \"a\": {\n    \"b\": 0\n  },\n  \"job\": {\n    \"delay\": 0\n  },\n  \"kind\": \"x\",\n  "
          "\"name\": \"text\"\n}\n");
    const std::string schema = definition.schema();
    CHECK(says(schema, "\"required\": [\n        \"delay\"\n      ]"));
    CHECK_FALSE(says(schema, "\"kind\",\n"));
  }

  TEST_CASE("what is asked for is not required; nothing, the whole input, and items at the root") {
    CHECK_FALSE(says(OneDefinition(R"json({"StartAt": "C", "States": {"C": {"Type": "Choice", "Default": "E",
      "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "E"}]}, "E": {"Type": "Succeed"}}})json")
                         .schema(),
                     "required"));
    const char* nothing = R"json({"StartAt": "E", "States": {"E": {"Type": "Succeed"}}})json";
    CHECK(OneDefinition(nothing).sample() == "{}\n");
    CHECK(says(OneDefinition(nothing).schema(), "\"type\": \"object\""));
    const char* items = R"json({"StartAt": "E", "States": {"E": {"Type": "Map", "ItemsPath": "$", "End": true,
      "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Wait", "SecondsPath": "$.n", "End": true}}}}}})json";
    CHECK(OneDefinition(items).sample() == "[\n  {\n    \"n\": 0\n  }\n]\n");
    CHECK(says(OneDefinition(items).schema(), "\"items\": {\n    \"type\": \"object\""));
  }

  TEST_CASE("the sample passes the check: every definition without findings, every example of a rule") {
    for (const auto& entry : fs::recursive_directory_iterator(all_testdata / "ok"))
      if (entry.path().extension() == ".json") check_own_sample(read_all(entry.path()));
    for (const Rule* rule : rules::all())
      for (const Example& example : rule->examples)
        if (example.file.empty()) check_own_sample(ExampleText(unmark(example.text).text).source.text());
  }

  TEST_CASE("what cannot be read, wrong usage") {
    const Trial trial = run_in(all_testdata / "ok", {"input", "smallest.asl.json"});
    CHECK(trial.status == 0);
    CHECK(trial.err ==
          "sfn-lint: smallest.asl.json: the definition reads nothing of its input that sfn-lint knows of\n");
    CHECK(run({"input"}).status == 2);
    CHECK(run({"input", "missing.json"}).status == 3);
    CHECK(run_in(all_testdata / "policy", {"input", "static.json"}).status == 1);
    CHECK(run({"input", "--format", "yaml", "x"}).status == 2);
  }

  TEST_CASE("hostile definitions") {
    for (const char* text :
         {R"({"StartAt": "A", "States": {}})", R"({"StartAt": 1, "States": []})", R"({"States": {"A": 1}})",
          R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$..", "End": true}}})"})
      CHECK(OneDefinition(text).sample() == "{}\n");
    const std::string name = "\\u001b[2J\\u202e##";
    const OneDefinition definition(
        R"json({"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$[')json" + name +
        R"json(']", "End": true}}})json");
    CHECK(definition.sample() == "{\n  \"\\u001B[2J\\u202E\\u0023#\": \"anything\"\n}\n");
  }
}
